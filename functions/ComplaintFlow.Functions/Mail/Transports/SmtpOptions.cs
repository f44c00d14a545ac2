namespace ComplaintFlow.Functions.Mail.Transports;

/// <summary>How the connection to the mail server is encrypted.</summary>
public enum SmtpTls
{
    /// <summary>TLS from the first byte on port 465, else STARTTLS where the server offers it.</summary>
    Auto,

    /// <summary>Never: a relay on the same machine or network.</summary>
    None,

    /// <summary>STARTTLS, or no connection at all.</summary>
    StartTls,

    /// <summary>TLS from the first byte.</summary>
    Tls,
}

/// <summary>The mail server that takes the mails.</summary>
public sealed record SmtpOptions
{
    public required string Host { get; init; }

    public int Port { get; init; } = 587;

    /// <summary>Null: no authentication.</summary>
    public string? User { get; init; }

    public string? Password { get; init; }

    public SmtpTls Tls { get; init; } = SmtpTls.Auto;

    /// <summary>The longest that one mail may take, the connection included.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The most connections kept at once.</summary>
    public int Connections { get; init; } = 4;

    /// <summary>How long a mail may still come back; after that it counts as arrived.</summary>
    public TimeSpan ProvenAfter { get; init; } = TimeSpan.FromHours(48);

    /// <summary>For messages: where the mails go, without credentials.</summary>
    public override string ToString() => $"{Host}:{Port}";
}
