namespace ComplaintFlow.Domain.Directory;

/// <summary>Days on which a person is away: civil dates of the firm, both inclusive.</summary>
public sealed record Absence(DateOnly From, DateOnly To)
{
    public bool Covers(DateOnly date) => From <= date && date <= To;
}
