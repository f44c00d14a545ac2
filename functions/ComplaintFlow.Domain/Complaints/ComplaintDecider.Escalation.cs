using ComplaintFlow.Domain.Procedure;

namespace ComplaintFlow.Domain.Complaints;

/// <summary>Longer delays, level 2, the mediator, the court.</summary>
public static partial class ComplaintDecider
{
    private static Decision Decide(Complaint complaint, Extend c, DecisionContext context)
    {
        bool atLevelTwo = complaint.Level == 2;
        DateOnly current = atLevelTwo ? complaint.Level2By!.Value : complaint.RespondByExtended;
        bool wasExtended = context.Journal.Any(line => line.Fact is Extended extended && extended.Until == current);
        Delay? longest = atLevelTwo ? null : context.RegimeOf(complaint).LongestExtension;
        DateOnly last = longest is { } delay
            ? Delays.Add(complaint.Dates.ClockStartedOn, delay, complaint.Terms.Zone)
            : DateOnly.MaxValue;
        return complaint.Status switch
        {
            Status.Closed => Decision.Refuse(Refusals.IsClosed),
            Status.Answered => Decision.Refuse(Refusals.AlreadyAnswered),
            Status.InMediation => Decision.Refuse(Refusals.NotNow),
            _ when wasExtended && c.Until == current => Decision.Done,
            _ when context.DateOf(c.At) > current => Decision.Refuse(Refusals.TooLateToExtend),
            _ when c.Until <= current => Decision.Refuse(Refusals.NotAfter("until", current)),
            _ when c.Until > last => Decision.Refuse(Refusals.TooLong("until", last)),
            Status.Received or Status.Acknowledged or Status.AwaitingApproval =>
                Decision.Accept(new Extended(c.Until), PrivatePart.OfText(c.Reason)),
            _ => throw new InvalidOperationException($"No decision in {complaint.Status}."),
        };
    }

    private static Decision Decide(Complaint complaint, Escalate c, DecisionContext context)
    {
        DateOnly today = context.DateOf(c.At);
        return (complaint.Level, complaint.Status) switch
        {
            (3, _) => Decision.Refuse(Refusals.NotNow),
            (2, Status.Closed) when !complaint.Answers.Any(answer => answer.Level == 2) => Decision.Refuse(Refusals.IsClosed),
            (2, Status.Answered or Status.Closed) => Decision.Refuse(Refusals.LevelTwoAnswered),
            (2, _) => Decision.Done,
            (_, Status.Closed) when complaint.Closure == Closure.Merged => Decision.Refuse(Refusals.IsClosed),
            (_, Status.Closed) when complaint.Dates.MediatorUntil < today => Decision.Refuse(Refusals.TooLateToEscalate),
            (_, Status.Received or Status.Acknowledged or Status.AwaitingApproval) when today <= complaint.Dates.RespondBy =>
                Decision.Refuse(Refusals.TooEarlyToEscalate),
            (_, Status.InMediation) => Decision.Refuse(Refusals.NotNow),
            (_, Status.Received or Status.Acknowledged or Status.AwaitingApproval or Status.Answered or Status.Closed) => Decision.Accept(
                new Escalated(
                    context.LevelTwoHandler(complaint, today),
                    today,
                    Delays.Add(today, complaint.Terms.LevelTwo, complaint.Terms.Zone)),
                PrivatePart.OfText(c.Reason)),
            _ => throw new InvalidOperationException($"No decision in {complaint.Status}."),
        };
    }

    private static Decision Decide(Complaint complaint, Refer c, DecisionContext context)
    {
        DateOnly today = context.DateOf(c.At);
        MediatorOpening? opening = complaint.OpeningOn(today);
        return complaint.Status switch
        {
            Status.InMediation => Decision.Done,
            Status.Closed when complaint.Closure is Closure.Merged => Decision.Refuse(Refusals.IsClosed),
            Status.Closed when complaint.Closure is Closure.Mediation => Decision.Done,
            _ when complaint.CourtActionOn is not null => Decision.Refuse(Refusals.CourtActionUnderWay),
            _ when c.On > today => Decision.Refuse(Refusals.InFuture("on")),
            _ when opening is null => Decision.Refuse(Refusals.MediatorNotOpen),
            _ when c.On < opening.Since => Decision.Refuse(Refusals.Before("on", opening.Since)),
            _ when complaint.Dates.MediatorUntil < c.On => Decision.Refuse(Refusals.MediatorTooLate),
            _ => Decision.Accept(
                new Referred(c.On),
                c.MediatorReference is null ? null : new PrivatePart { MediatorReference = c.MediatorReference }),
        };
    }

    private static Decision Decide(Complaint complaint, RecordMediatorOutcome c, DecisionContext context) => complaint.Status switch
    {
        Status.InMediation => CheckPast("on", c.On, complaint.ReferredOn!.Value, context.DateOf(c.At)) is { } wrong
            ? Decision.Refuse(wrong)
            : Decision.Accept(new MediatorDecided(c.Outcome, c.On)),
        Status.Closed when context.Journal.Any(line => line.Fact is MediatorDecided known && known.Outcome == c.Outcome && known.On == c.On) => Decision.Done,
        Status.Closed => Decision.Refuse(Refusals.IsClosed),
        Status.Received or Status.Acknowledged or Status.AwaitingApproval or Status.Answered => Decision.Refuse(Refusals.NotInMediation),
        _ => throw new InvalidOperationException($"No decision in {complaint.Status}."),
    };

    private static Decision Decide(Complaint complaint, RecordCourtAction c, DecisionContext context) =>
        complaint.CourtActionOn == c.On ? Decision.Done
        : c.On > context.DateOf(c.At) ? Decision.Refuse(Refusals.InFuture("on"))
        : Decision.Accept(new CourtActionStarted(c.On));
}
