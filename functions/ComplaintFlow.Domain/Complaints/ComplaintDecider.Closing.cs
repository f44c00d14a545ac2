namespace ComplaintFlow.Domain.Complaints;

/// <summary>The ends of a complaint, and the way back.</summary>
public static partial class ComplaintDecider
{
    private static Decision Decide(Complaint complaint, Close c, DecisionContext context)
    {
        DateOnly today = context.DateOf(c.At);
        Closure closure = c.Reason == WireName.Of(Closure.NoFollowUp) ? Closure.NoFollowUp : Closure.Satisfied;
        return complaint.Status switch
        {
            Status.Closed when complaint.Closure is Closure.Satisfied or Closure.NoFollowUp => Decision.Done,
            Status.Closed => Decision.Refuse(Refusals.IsClosed),
            Status.Answered => CloseAs(closure, c.Reason, today),
            Status.Received or Status.Acknowledged when complaint is { SatisfiedByCall: true, IsOral: true, Level: 1 } => CloseAs(closure, c.Reason, today),
            Status.Received or Status.Acknowledged or Status.AwaitingApproval => Decision.Refuse(Refusals.NotAnswered),
            Status.InMediation => Decision.Refuse(Refusals.NotNow),
            _ => throw new InvalidOperationException($"No decision in {complaint.Status}."),
        };
    }

    private static Decision Decide(Complaint complaint, Merge c, DecisionContext context) => complaint.Status switch
    {
        Status.Closed when complaint.Closure == Closure.Merged && complaint.MergedInto == c.Into => Decision.Done,
        Status.Closed => Decision.Refuse(Refusals.IsClosed),
        _ => Decision.Accept(new Closed(Closure.Merged, context.DateOf(c.At), c.Into)),
    };

    private static Decision Decide(Complaint complaint, Absorb c, DecisionContext context) => complaint.IsOpen
        ? context.Journal.Any(line => line.Fact is Absorbed known && known.From == c.From) ? Decision.Done : Decision.Accept(new Absorbed(c.From))
        : Decision.Refuse(Refusals.IsClosed);

    private static Decision Decide(Complaint complaint, Reopen c) =>
        complaint.Status == Status.Closed ? Decision.Accept(new Reopened(), PrivatePart.OfText(c.Reason))
        : complaint.IsReopened ? Decision.Done
        : Decision.Refuse(Refusals.NotClosed);

    private static Decision CloseOpen(Complaint complaint, Closure closure, string? reason, DateOnly today) =>
        complaint.IsOpen ? CloseAs(closure, reason, today)
        : complaint.Closure == closure ? Decision.Done
        : Decision.Refuse(Refusals.IsClosed);

    private static Decision CloseAs(Closure closure, string? reason, DateOnly today) =>
        Decision.Accept(new Closed(closure, today), PrivatePart.OfText(reason));
}
