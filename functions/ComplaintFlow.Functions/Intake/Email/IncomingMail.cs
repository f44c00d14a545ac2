using ComplaintFlow.Functions.Intake.Email.Bodies;
using ComplaintFlow.Functions.Intake.Email.Bounces;
using ComplaintFlow.Functions.Intake.Email.Files;
using ComplaintFlow.Functions.Intake.Email.Verdicts;

namespace ComplaintFlow.Functions.Intake.Email;

/// <summary>
/// A mail as it was read. Attachments open on the stream that was given to <see cref="MailReader.Read"/>: keep it open, and open
/// one attachment at a time, until they are stored.
/// </summary>
public sealed record IncomingMail
{
    /// <summary>Without angle brackets, the domain in lower case; <c>sha256-…</c> where the mail has none (<see cref="HasOwnId"/>).</summary>
    public required string MessageId { get; init; }

    /// <summary>Whether <see cref="MessageId"/> is the sender's; otherwise it is <see cref="ContentHash"/> with a prefix.</summary>
    public required bool HasOwnId { get; init; }

    /// <summary>The sender's Message-ID as written, without brackets, for answers to name: programs compare it to the letter. Null when it cannot be named.</summary>
    public string? WrittenId { get; init; }

    /// <summary>SHA-256 of the raw bytes, lower-case hexadecimal.</summary>
    public required string ContentHash { get; init; }

    /// <summary>
    /// SHA-256 of what its writer wrote, lower-case hexadecimal: tells two mails under one Message-ID apart, and not the copies
    /// that reached two mailboxes on two ways.
    /// </summary>
    public required string Fingerprint { get; init; }

    public required MailSender Sender { get; init; }

    public required MailRecipients Recipients { get; init; }

    public required MailSubject Subject { get; init; }

    /// <summary>When it was sent, as far as it can be known; never after <see cref="ReceivedAt"/>.</summary>
    public required SentDate Sent { get; init; }

    /// <summary>The instant that was passed in.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    public required MailText Text { get; init; }

    /// <summary>In the order of the message, those of attached mails after the mail that carries them.</summary>
    public required IReadOnlyList<IncomingAttachment> Attachments { get; init; }

    /// <summary>The ids of the mails it answers, normalised like <see cref="MessageId"/>: In-Reply-To first, then References from the newest.</summary>
    public required IReadOnlyList<string> AnswersTo { get; init; }

    /// <summary>Why no person wrote it to complain; null when one may have. A delivery report always has a verdict too.</summary>
    public AutomaticMail? Automatic { get; init; }

    /// <summary>What a bounce says; null when it is none.</summary>
    public DeliveryReport? DeliveryReport { get; init; }

    /// <summary>What a person who looks at it should know.</summary>
    public required IReadOnlyList<MailNote> Notes { get; init; }

    /// <summary>Set when the bytes are no mail; what can be shown of them is in <see cref="Text"/> all the same.</summary>
    public UnreadableReason? Unreadable { get; init; }
}
