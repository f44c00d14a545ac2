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
