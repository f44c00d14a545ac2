using ComplaintFlow.Domain.Directory;

namespace ComplaintFlow.Domain.Complaints;

/// <summary>Who may do what (the last column of the table of acts), whatever the state.</summary>
internal static class Permissions
{
    /// <summary>Why <paramref name="command"/> is not for its actor, or null when it is.</summary>
    public static Refusal? Check(Complaint complaint, Command command, DecisionContext context)
    {
        Actor by = command.By;
        return by.Kind switch
        {
            ActorKind.System => null,
            ActorKind.Client => IsForClient(command) ? null : Refusals.ForStaffOnly,
            // A machine opens complaints with their documents; acts need a person.
            ActorKind.Application => command is Attach ? null : Refusals.NotStaff,
            ActorKind.Staff when context.Directory.Find(by.Email!) is null => Refusals.NotStaff,
            ActorKind.Staff => CheckStaff(complaint, command, context),
            _ => Refusals.NotStaff,
        };
    }

    private static bool IsForClient(Command command) => command is
        Message or Attach or Escalate or Refer or RecordCourtAction or Withdraw;

    private static Refusal? CheckStaff(Complaint complaint, Command command, DecisionContext context)
    {
        DateOnly today = context.DateOf(command.At);
        bool manages = context.ActsAs(command.By.Email, StaffRole.Manager, today);
        bool handles = manages || context.IsHandler(complaint, command.By.Email, today);
        bool directs = context.ActsAs(command.By.Email, StaffRole.Director, today);
        return command switch
        {
            Submit => complaint.Draft is { } draft && !command.By.Is(draft.Author) ? Refusals.NotAuthor : null,
            Approve or Return => manages || directs ? null : Refusals.NotApprover,
            RecordSent => handles || directs ? null : Refusals.NotHandler,
            Escalate or Refer or RecordCourtAction => null,
            RecordMediatorOutcome or Requalify or Merge or Absorb or Reopen or Hold or Release or ChangeProcedure =>
                manages ? null : Refusals.NotManager,
            _ => handles ? null : Refusals.NotHandler,
        };
    }
}
