namespace ComplaintFlow.Functions.Intake.Mailboxes;

/// <summary>A mailbox that is read by IMAP, as its checked settings say.</summary>
public sealed record Mailbox
{
    /// <summary>The scope of a token for the mailboxes of Exchange Online.</summary>
    public const string ExchangeOnline = "https://outlook.office365.com/.default";

    /// <summary>As in the settings, in lower case; names it on pages, in logs and in the store.</summary>
    public required string Name { get; init; }

    public required string Host { get; init; }

    public required int Port { get; init; }

    public required MailboxTls Tls { get; init; }

    /// <summary>Certificates trusted for this server beside those of the machine; null for none.</summary>
    public TrustedCertificates? Trusted { get; init; }

    public required string User { get; init; }

    public required MailboxSignIn SignIn { get; init; }

    public string? Password { get; init; }

    public string? Tenant { get; init; }

    public string? ClientId { get; init; }

    public string? ClientSecret { get; init; }

    public string Scope { get; init; } = ExchangeOnline;

    /// <summary>Where mails arrive. Of folders in folders the names have <c>/</c> between them, whatever the server uses.</summary>
    public string Folder { get; init; } = "INBOX";

    /// <summary>Where mails go that were taken in, made if missing.</summary>
    public string DoneFolder { get; init; } = "Traité";

    /// <summary>Where mails go that a person has to look at, made if missing.</summary>
    public string CheckFolder { get; init; } = "À vérifier";

    /// <summary>For messages: without the secrets.</summary>
    public override string ToString() => $"« {Name} » ({User}, {Host}:{Port})";
}
