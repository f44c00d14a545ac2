namespace ComplaintFlow.LocalHost.Mailbox;

/// <summary>An attachment.</summary>
/// <param name="FileName">Its name, as the mail states it.</param>
/// <param name="ContentType">Its media type.</param>
/// <param name="Size">Its decoded size in bytes.</param>
public sealed record MailAttachment(string? FileName, string ContentType, long Size);
