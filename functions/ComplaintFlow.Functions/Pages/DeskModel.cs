using ComplaintFlow.Domain.Directory;
using ComplaintFlow.Domain.Procedure;

namespace ComplaintFlow.Functions.Pages;

/// <summary>The desk of one staff member.</summary>
public sealed record DeskModel
{
    public required Firm Firm { get; init; }

    /// <summary>Whose desk it is; a manager's or director's table says who handles each complaint.</summary>
    public required StaffMember Person { get; init; }

    public required StaffDirectory Directory { get; init; }

    /// <summary>The firm's civil date.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>In any order; shown due first.</summary>
    public required IReadOnlyList<DeskLine> Complaints { get; init; }

    public required IReadOnlyList<SetAsideLine> SetAside { get; init; }

    public Flash? Flash { get; init; }

    /// <summary>Only the absence form can be refused with errors: <c>from</c>, <c>to</c>.</summary>
    public RejectedAct? Rejected { get; init; }
}
