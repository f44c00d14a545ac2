namespace ComplaintFlow.LocalHost.Mailbox;

/// <summary>A mail of the folder, as <c>/local/mailbox</c> shows it.</summary>
/// <param name="Id">The name of its file, without extension.</param>
/// <param name="MessageId">Its Message-ID, without brackets.</param>
/// <param name="Kind">What the application calls it.</param>
/// <param name="Reference">What it is about; null when it says nothing.</param>
/// <param name="To">Its recipients.</param>
/// <param name="Subject">Its subject.</param>
/// <param name="At">When it was sent, with the offset it states.</param>
/// <param name="Text">Its text part.</param>
/// <param name="Html">Its HTML part.</param>
/// <param name="Attachments">Its attachments.</param>
/// <param name="Links">The absolute addresses in it, each once, in their order.</param>
public sealed record StoredMail(
    string Id,
    string? MessageId,
    string? Kind,
    string? Reference,
    string To,
    string Subject,
    DateTimeOffset At,
    string? Text,
    string? Html,
    IReadOnlyList<MailAttachment> Attachments,
    IReadOnlyList<string> Links);
