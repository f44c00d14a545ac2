using ComplaintFlow.Domain.Complaints;
using ComplaintFlow.Domain.Directory;
using ComplaintFlow.Domain.Procedure;

namespace ComplaintFlow.Functions.Pages;

/// <summary>What the client's page shows. It may hold the whole file: the page picks what concerns the client.</summary>
public sealed record ClientPageModel
{
    public required string Reference { get; init; }

    public required Complaint Complaint { get; init; }

    public required Dossier Dossier { get; init; }

    public required IReadOnlyList<JournalLine> Journal { get; init; }

    /// <summary>The procedure in force today: contacts are those of today.</summary>
    public required ProcedureVersion Procedure { get; init; }

    public required StaffDirectory Directory { get; init; }

    public required Language Language { get; init; }

    /// <summary>The firm's civil date.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>Of <c>message</c>, <c>attachment</c>, <c>escalate</c>, <c>refer</c>, <c>court-action</c>, <c>withdraw</c>.</summary>
    public required IReadOnlySet<string> AllowedActions { get; init; }

    public Flash? Flash { get; init; }

    public RejectedAct? Rejected { get; init; }
}
