namespace Azure.Communication.Email;

/// <summary>What a mail says.</summary>
/// <param name="subject">Its subject.</param>
public class EmailContent(string subject)
{
    /// <summary>The subject.</summary>
    public string Subject { get; } = subject ?? throw new ArgumentNullException(nameof(subject));

    /// <summary>The text part.</summary>
    public string? PlainText { get; set; }

    /// <summary>The HTML part.</summary>
    public string? Html { get; set; }
}
