using ComplaintFlow.Domain.Calendar;
using ComplaintFlow.Domain.Procedure;

namespace ComplaintFlow.Domain.Complaints;

/// <summary>
/// What time alone brings to a complaint: reminders, misses, the mediator's notice, closing without follow-up. Misses
/// and the notice fall at the first instant of the day after the deadline, reminders at the procedure's time of day.
/// </summary>
public static class DueActs
{
    /// <summary>The facts that are due at <paramref name="now"/> (inclusive) and not yet written, in order of their instants.</summary>
    public static IReadOnlyList<ComplaintEvent> Due(Complaint complaint, DecisionContext context, DateTimeOffset now) =>
        [.. Schedule(complaint, context, now).Where(act => act.At <= now).OrderBy(act => act.At).Select(act => act.Fact)];

    /// <summary>The next instant at which time brings something after <paramref name="now"/>, or null when it never will.</summary>
    public static DateTimeOffset? NextWakeUp(Complaint complaint, DecisionContext context, DateTimeOffset now)
    {
        DateTimeOffset next = Schedule(complaint, context, now).Select(act => act.At).DefaultIfEmpty(DateTimeOffset.MaxValue).Min();
        return next == DateTimeOffset.MaxValue ? null : next;
    }

    private static IEnumerable<DueAct> Schedule(Complaint complaint, DecisionContext context, DateTimeOffset now)
    {
        if (!complaint.IsOpen)
        {
            return [];
        }

        CivilTime time = context.Procedure.CivilTime;
        return Misses(complaint, time)
            .Concat(MediatorNotice(complaint, time))
            .Concat(NoFollowUp(complaint, context, time))
            .Concat(Reminders.Of(complaint, context, now));
    }

    private static IEnumerable<DueAct> Misses(Complaint complaint, CivilTime time)
    {
        if (complaint is { AcknowledgedOn: null, OwesAnswer: true, Level: 1 })
        {
            yield return Miss(DeadlineKind.Acknowledgement, complaint.Dates.AcknowledgeBy);
        }

        if (complaint is { OwesAnswer: true, Level: 1 })
        {
            yield return Miss(DeadlineKind.Response, complaint.RespondByExtended);
        }

        if (complaint is { OwesAnswer: true, Level: 2, Level2By: { } level2By })
        {
            yield return Miss(DeadlineKind.LevelTwo, level2By);
        }

        DueAct Miss(DeadlineKind kind, DateOnly date)
        {
            DeadlineMissed fact = new(kind, date);
            return complaint.Misses.Contains(fact) ? DueAct.Never : new DueAct(time.StartOf(date.AddDays(1)), fact);
        }
    }

    private static IEnumerable<DueAct> MediatorNotice(Complaint complaint, CivilTime time)
    {
        if (complaint is { MediatorInformed: false, Answers: [], CourtActionOn: null } && complaint.Status != Status.InMediation)
        {
            DateOnly from = complaint.Dates.MediatorFrom;
            yield return new DueAct(time.StartOf(from), new MediatorInformed(from));
        }
    }

    private static IEnumerable<DueAct> NoFollowUp(Complaint complaint, DecisionContext context, CivilTime time)
    {
        if (complaint is { Status: Status.Answered, SilentSince: { } since })
        {
            DateOnly last = since.AddDays(context.RegimeOf(complaint).NoFollowUpDays);
            yield return new DueAct(time.StartOf(last.AddDays(1)), new Closed(Closure.NoFollowUp, last.AddDays(1)));
        }
    }
}

/// <summary>A fact and the instant from which it is due.</summary>
internal readonly record struct DueAct(DateTimeOffset At, ComplaintEvent Fact)
{
    /// <summary>What has been written already is due no more.</summary>
    public static DueAct Never { get; } = new(DateTimeOffset.MaxValue, new NoteAdded());
}
