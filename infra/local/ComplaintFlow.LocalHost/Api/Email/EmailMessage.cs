namespace Azure.Communication.Email;

/// <summary>A mail to send.</summary>
public class EmailMessage
{
    /// <summary>A mail to one recipient.</summary>
    public EmailMessage(string senderAddress, string recipientAddress, EmailContent content)
        : this(senderAddress, new EmailRecipients([new EmailAddress(recipientAddress)]), content)
    {
    }

    /// <summary>A mail.</summary>
    /// <param name="senderAddress">An address of a domain that is linked to the service.</param>
    /// <param name="recipients">To whom it goes.</param>
    /// <param name="content">What it says.</param>
    public EmailMessage(string senderAddress, EmailRecipients recipients, EmailContent content)
    {
        ArgumentNullException.ThrowIfNull(senderAddress);
        ArgumentNullException.ThrowIfNull(recipients);
        ArgumentNullException.ThrowIfNull(content);
        (SenderAddress, Recipients, Content) = (senderAddress, recipients, content);
    }

    /// <summary>Who sends it.</summary>
    public string SenderAddress { get; }

    /// <summary>To whom it goes.</summary>
    public EmailRecipients Recipients { get; }

    /// <summary>What it says.</summary>
    public EmailContent Content { get; }

    /// <summary>Further header fields, by name.</summary>
    public IDictionary<string, string> Headers { get; } = new Dictionary<string, string>();

    /// <summary>Files that go with it.</summary>
    public IList<EmailAttachment> Attachments { get; } = [];

    /// <summary>Where replies go.</summary>
    public IList<EmailAddress> ReplyTo { get; } = [];

    /// <summary>Whether opened mails and followed links are not to be counted.</summary>
    public bool? UserEngagementTrackingDisabled { get; set; }
}
