namespace ComplaintFlow.Functions.Intake.Mailboxes;

/// <summary>How the connection with a mail server is encrypted.</summary>
public enum MailboxTls
{
    /// <summary>From the first byte; port 993 unless said.</summary>
    Tls,

    /// <summary>STARTTLS, or no connection at all; port 143 unless said.</summary>
    StartTls,

    /// <summary>Not at all: a server on the same machine, or where it is accepted expressly; port 143 unless said.</summary>
    None,
}
