namespace ComplaintFlow.Domain.Procedure;

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
