namespace Azure.Communication.Email;

/// <summary>To whom a mail goes.</summary>
public class EmailRecipients
{
    /// <summary>Recipients in the open.</summary>
    public EmailRecipients(IEnumerable<EmailAddress> to)
        : this(to, null, null)
    {
    }

    /// <summary>All recipients.</summary>
    public EmailRecipients(IEnumerable<EmailAddress>? to = null, IEnumerable<EmailAddress>? cc = null, IEnumerable<EmailAddress>? bcc = null) =>
        (To, CC, BCC) = ([.. to ?? []], [.. cc ?? []], [.. bcc ?? []]);

    /// <summary>Those it is for.</summary>
    public IList<EmailAddress> To { get; }

    /// <summary>Those who get a copy.</summary>
    public IList<EmailAddress> CC { get; }

    /// <summary>Those who get a copy unseen.</summary>
    public IList<EmailAddress> BCC { get; }
}
