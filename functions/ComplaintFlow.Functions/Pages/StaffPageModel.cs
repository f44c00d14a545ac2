using ComplaintFlow.Domain.Complaints;
using ComplaintFlow.Domain.Directory;
using ComplaintFlow.Domain.Procedure;

namespace ComplaintFlow.Functions.Pages;

/// <summary>What a staff member sees of a complaint, and may do.</summary>
public sealed record StaffPageModel
{
    public required string Reference { get; init; }

    public required Complaint Complaint { get; init; }

    public required Dossier Dossier { get; init; }

    public required IReadOnlyList<JournalLine> Journal { get; init; }

    public required IReadOnlyList<EffectLine> Effects { get; init; }

    /// <summary>The procedure in force today.</summary>
    public required ProcedureVersion Procedure { get; init; }

    public required StaffDirectory Directory { get; init; }

    /// <summary>Who looks at the page.</summary>
    public required StaffMember Person { get; init; }

    /// <summary>The firm's civil date.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>The acts of the contract's table that this person may do now.</summary>
    public required IReadOnlySet<string> AllowedActions { get; init; }

    /// <summary>The draft that approving or returning is about; null: the forms name none.</summary>
    public int? Draft { get; init; }

    public Flash? Flash { get; init; }

    public RejectedAct? Rejected { get; init; }
}
