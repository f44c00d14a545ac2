using ComplaintFlow.Domain.Calendar;
using ComplaintFlow.Domain.Procedure;

namespace ComplaintFlow.Domain.Complaints;

/// <summary>
/// The reminders of a deadline that is still owed: the procedure's days, the last day, then weekly until done. One that
/// would fall on a Sunday or a public holiday comes on the working day before. Of several that the program slept
/// through, only the latest is sent; those from before the complaint was entered never are.
/// </summary>
internal static class Reminders
{
    private const int Week = 7;

    public static IEnumerable<DueAct> Of(Complaint complaint, DecisionContext context, DateTimeOffset now)
    {
        if (!complaint.OwesAnswer)
        {
            return [];
        }

        Regime regime = context.RegimeOf(complaint);
        DateOnly start = complaint.Dates.ClockStartedOn;
        return complaint.Level == 1
            ? [
                .. complaint.AcknowledgedOn is null ? Next(complaint, context, Acknowledgement(complaint, regime), now) : [],
                .. Next(complaint, context, Answer(DeadlineKind.Response, start, complaint.RespondByExtended, regime), now),
            ]
            : Next(complaint, context, Answer(DeadlineKind.LevelTwo, complaint.Level2RequestedOn!.Value, complaint.Level2By!.Value, regime), now);
    }

    private static IEnumerable<Reminded> Acknowledgement(Complaint complaint, Regime regime)
    {
        DateOnly deadline = complaint.Dates.AcknowledgeBy;
        IEnumerable<DateOnly> before = regime.AcknowledgementReminders
            .Select(days => WorkingDays.Add(complaint.Dates.ClockStartedOn, days, complaint.Terms.Zone))
            .Where(date => date < deadline);
        return before.Select(date => new Reminded(DeadlineKind.Acknowledgement, date, ToManager: false, ToDirector: false))
            .Concat(FromDeadline(deadline).Select(date => new Reminded(DeadlineKind.Acknowledgement, date, ToManager: true, ToDirector: false)));
    }

    private static IEnumerable<Reminded> Answer(DeadlineKind kind, DateOnly start, DateOnly deadline, Regime regime)
    {
        DateOnly managerFrom = start.AddDays(regime.ManagerFromDay);
        return regime.ResponseReminders.Select(days => start.AddDays(days)).Where(date => date < deadline)
            .Concat(FromDeadline(deadline))
            .Select(date => new Reminded(
                kind,
                date,
                ToManager: date >= managerFrom || date > deadline,
                ToDirector: date >= deadline.AddDays(2 * Week)));
    }

    /// <summary>The last day, then every week, without end.</summary>
    private static IEnumerable<DateOnly> FromDeadline(DateOnly deadline)
    {
        for (DateOnly date = deadline; ; date = date.AddDays(Week))
        {
            yield return date;
        }
    }

    /// <summary>The latest one due at <paramref name="now"/>, if any, and the first after it.</summary>
    private static IEnumerable<DueAct> Next(Complaint complaint, DecisionContext context, IEnumerable<Reminded> candidates, DateTimeOffset now)
    {
        DueAct? due = null;
        foreach (Reminded candidate in candidates)
        {
            DateOnly day = WorkingDays.OnOrBefore(candidate.On, complaint.Terms.Zone);
            DateTimeOffset at = context.Procedure.CivilTime.At(day, context.Procedure.RemindersAt);
            if (at <= complaint.EnteredAt || (complaint.LastReminders.TryGetValue(candidate.Deadline, out DateOnly last) && day <= last))
            {
                continue;
            }

            DueAct act = new(at, candidate with { On = day });
            if (at > now)
            {
                return due is { } latest ? [latest, act] : [act];
            }

            due = act;
        }

        return due is { } only ? [only] : [];
    }
}
