using ComplaintFlow.Domain.Directory;
using ComplaintFlow.Domain.Procedure;

namespace ComplaintFlow.Domain.Complaints;

/// <summary>What a decision rests on besides the complaint: the procedure in force, the staff, and what was written so far.</summary>
/// <param name="Journal">The complaint's lines, needed to recognise a repeated act by its words.</param>
public sealed record DecisionContext(ProcedureVersion Procedure, StaffDirectory Directory, IReadOnlyList<JournalLine> Journal)
{
    /// <summary>The regime of the complaint as it is today; the default one when the file no longer knows its name.</summary>
    public Regime RegimeOf(Complaint complaint) => Procedure.FindRegime(complaint.Terms.Regime) ?? Procedure.DefaultRegime;

    public DateOnly DateOf(DateTimeOffset instant) => Procedure.CivilTime.DateOf(instant);

    /// <summary>Whether that person has the role, or stands in on that day for somebody absent who has it.</summary>
    public bool ActsAs(string? email, StaffRole role, DateOnly on) => email is not null && Directory.Staff.Any(member =>
        member.Has(role) && (Same(member.Email, email) || (member.IsAbsentOn(on) && Same(Directory.PresentFor(member.Email, on)?.Email, email))));

    /// <summary>Whether that person is the handler, or stands in for the absent handler on that day.</summary>
    public bool IsHandler(Complaint complaint, string? email, DateOnly on) => email is not null
        && (Same(complaint.Handler, email) || Same(Directory.PresentFor(complaint.Handler, on)?.Email, email));

    /// <summary>The complaints manager's address on that day.</summary>
    public string? Manager(DateOnly on) => Directory.With(StaffRole.Manager, on)?.Email;

    public string? Director(DateOnly on) => Directory.With(StaffRole.Director, on)?.Email;

    /// <summary>Who reads the handler's mail on that day: the handler, or the deputy while absent.</summary>
    public string HandlerMail(Complaint complaint, DateOnly on) =>
        Directory.PresentFor(complaint.Handler, on)?.Email ?? Manager(on) ?? complaint.Handler;

    /// <summary>Who is asked to approve at that level: never the author; the director where no other manager is left.</summary>
    public string? ApproverFor(ApproverRole role, string author, DateOnly on) =>
        (role == ApproverRole.Director ? null : Directory.With(StaffRole.Manager, on, author)?.Email)
        ?? Directory.With(StaffRole.Director, on, author)?.Email
        ?? (role == ApproverRole.Director ? Directory.With(StaffRole.Manager, on, author)?.Email : null);

    /// <summary>Who treats level 2: the complaints manager, or the director where the manager treated level 1.</summary>
    public string LevelTwoHandler(Complaint complaint, DateOnly on) =>
        Directory.With(StaffRole.Manager, on, complaint.LevelOneHandler)?.Email
        ?? Directory.With(StaffRole.Director, on, complaint.LevelOneHandler)?.Email
        ?? complaint.LevelOneHandler;

    private static bool Same(string? one, string? other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
