using ComplaintFlow.Domain.Complaints;
using ComplaintFlow.Functions.Telemetry;

namespace ComplaintFlow.Functions.Complaints;

/// <summary>A complaint as the store holds it, with the version of its head row.</summary>
/// <param name="HeadETag">Null for one that is not stored yet.</param>
/// <param name="LastHash">The hash of the last journal line, on which the next one builds.</param>
/// <param name="StoredWakeUp">The next wake-up as the head row has it, which is the key of its row in the due index.</param>
public sealed record StoredComplaint(
    Reference Reference,
    Complaint Complaint,
    IReadOnlyList<JournalLine> Journal,
    IReadOnlyList<Effect> Effects,
    string? HeadETag,
    string LastHash,
    DateTimeOffset? StoredWakeUp)
{
    private Dossier? _dossier;

    /// <summary>Who wrote it last, for traces; null when nobody listened.</summary>
    public TraceMark? Trace { get; init; }

    /// <summary>The version of its row in the due index, where this process wrote that; null when it does not know.</summary>
    internal string? DueETag { get; init; }

    public Dossier Dossier => _dossier ??= Dossier.Of(Journal);

    /// <summary>The weak or strong entity tag of the HTTP answers: the version.</summary>
    public string ETag => $"\"{Complaint.Version}\"";
}
