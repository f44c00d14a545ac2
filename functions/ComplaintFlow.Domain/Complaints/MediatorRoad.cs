namespace ComplaintFlow.Domain.Complaints;

/// <summary>Since when and why the client may go to the mediator; <c>no-answer</c> or <c>dissatisfied</c>.</summary>
public sealed record MediatorOpening(DateOnly Since, MediatorGround Ground);

public enum MediatorGround
{
    NoAnswer,
    Dissatisfied,
}

/// <summary>Whether the mediator may be asked. Source: docs/sources.md#mediator.</summary>
public static class MediatorRoad
{
    /// <summary>
    /// The opening that holds on <paramref name="today"/>, the earlier of the two; null while neither holds and after a court action.
    /// <c>no-answer</c>: two months passed without an answer, or with a level-2 request still unanswered.
    /// <c>dissatisfied</c>: from a level-2 answer on.
    /// </summary>
    public static MediatorOpening? OpeningOn(this Complaint complaint, DateOnly today)
    {
        if (complaint.CourtActionOn is not null)
        {
            return null;
        }

        DateOnly? dissatisfied = complaint.Answers.FirstOrDefault(answer => answer.Level == 2)?.On;
        MediatorOpening? unanswered = UnansweredFrom(complaint) is { } since && today >= since ? new(since, MediatorGround.NoAnswer) : null;
        MediatorOpening? answered = dissatisfied is { } on && today >= on ? new(on, MediatorGround.Dissatisfied) : null;
        return (unanswered, answered) switch
        {
            ({ } first, { } second) => first.Since <= second.Since ? first : second,
            _ => unanswered ?? answered,
        };
    }

    /// <summary>
    /// The day from which an answer is missing: <c>mediatorFrom</c> when none had left before it, or when a level-2 request
    /// made before it was still waiting; for a later level-2 request, the day after its own term. Null when answered in time.
    /// </summary>
    private static DateOnly? UnansweredFrom(Complaint complaint)
    {
        DateOnly from = complaint.Dates.MediatorFrom;
        if (!complaint.Answers.Any(answer => answer.On < from))
        {
            return from;
        }

        DateOnly? waiting = complaint.Level2RequestedOn < from ? from : complaint.Level2By?.AddDays(1);
        return waiting is { } day && !complaint.Answers.Any(answer => answer.Level == 2 && answer.On < day) ? day : null;
    }
}
