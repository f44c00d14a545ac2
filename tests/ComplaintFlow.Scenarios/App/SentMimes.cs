using MimeKit;

namespace ComplaintFlow.Scenarios.App;

/// <summary>The mails sent, with all their header fields, as the mailbox folder holds them.</summary>
public static class SentMimes
{
    /// <summary>The mail as it left.</summary>
    public static MimeMessage MimeOf(this TestApp app, TestMail mail) => MimeMessage.Load(
        Directory.GetFiles(Path.Combine(app.DataDirectory, "mailbox"), "*.eml").Single(path => MimeMessage.Load(path).MessageId == mail.MessageId.Trim('<', '>')));

    /// <summary>The address to which a client answers it.</summary>
    public static string ReplyTo(this MimeMessage mail) => mail.ReplyTo.Mailboxes.Single().Address;
}
