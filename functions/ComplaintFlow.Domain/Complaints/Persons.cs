namespace ComplaintFlow.Domain.Complaints;

/// <summary>The person who complains. Personal data: never in a fact.</summary>
public sealed record Complainant
{
    public required string Name { get; init; }

    public string? Email { get; init; }

    public string? Phone { get; init; }

    public string? PostalAddress { get; init; }

    public string? ClientNumber { get; init; }

    public ComplainantKind Kind { get; init; }
}

/// <summary>Somebody who acts for the complainant, with a mandate.</summary>
public sealed record Representative
{
    public required string Name { get; init; }

    public string? Email { get; init; }

    /// <summary>In what capacity: lawyer, heir, guardian…</summary>
    public required string Capacity { get; init; }
}
