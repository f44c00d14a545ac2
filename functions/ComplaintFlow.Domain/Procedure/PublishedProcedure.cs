namespace ComplaintFlow.Domain.Procedure;

/// <summary>All versions of the firm's procedure, oldest first.</summary>
public sealed record PublishedProcedure(IReadOnlyList<ProcedureVersion> Versions)
{
    /// <summary>The version in force on <paramref name="date"/>: the last whose first day is not after it; before all, the oldest.</summary>
    public ProcedureVersion InForceOn(DateOnly date) =>
        Versions.LastOrDefault(version => version.InForceFrom <= date) ?? Versions[0];

    /// <summary>The version in force at <paramref name="instant"/>, by the civil date of the newest version's zone.</summary>
    public ProcedureVersion InForceAt(DateTimeOffset instant) => InForceOn(Versions[^1].CivilTime.DateOf(instant));
}
