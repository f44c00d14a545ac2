namespace ComplaintFlow.Domain.Procedure;

/// <summary>The broker, as printed on every page, mail and letter.</summary>
public sealed record Firm
{
    public required string Name { get; init; }

    /// <summary>Its number in the register of insurance intermediaries (ORIAS).</summary>
    public required string OriasNumber { get; init; }

    public required string PostalAddress { get; init; }

    public required string Phone { get; init; }

    /// <summary>The complaints mailbox as published; its local part may carry accents.</summary>
    public required string ComplaintsEmail { get; init; }

    /// <summary>The ASCII alias of the mailbox, for the many systems that cannot send to an accented address.</summary>
    public required string ComplaintsEmailAlias { get; init; }

    /// <summary>The sender of the mails, ASCII.</summary>
    public required string SenderEmail { get; init; }
}

/// <summary>The mediator of level 3, outside the firm.</summary>
public sealed record Mediator
{
    public required string Name { get; init; }

    public required string PostalAddress { get; init; }

    public string? Email { get; init; }

    public required string Website { get; init; }
}

/// <summary>The notice on personal data (GDPR, art. 13).</summary>
public sealed record PrivacyNotice
{
    public required string Controller { get; init; }

    public required Wording Purpose { get; init; }

    public required Wording Basis { get; init; }

    public required Wording Rights { get; init; }

    /// <summary>Where to exercise the rights.</summary>
    public required string Contact { get; init; }

    /// <summary>Years kept after closing.</summary>
    public int RetentionYears { get; init; } = 5;
}
