using ComplaintFlow.Domain.Complaints;

namespace ComplaintFlow.Functions.Pages;

/// <summary>The earliest promise that a complaint still owes.</summary>
/// <param name="Date">The last day, inclusive.</param>
public sealed record NextDeadline(DeadlineKind Kind, DateOnly Date)
{
    /// <summary>Null when nothing is owed: answered, with the mediator, closed.</summary>
    public static NextDeadline? Of(Complaint complaint) => complaint switch
    {
        { OwesAnswer: false } => null,
        { Level: 1, AcknowledgedOn: null } when complaint.Dates.AcknowledgeBy <= complaint.RespondByExtended => new(DeadlineKind.Acknowledgement, complaint.Dates.AcknowledgeBy),
        { Level: 1 } => new(DeadlineKind.Response, complaint.RespondByExtended),
        { Level: 2, Level2By: { } by } => new(DeadlineKind.LevelTwo, by),
        _ => null,
    };
}
