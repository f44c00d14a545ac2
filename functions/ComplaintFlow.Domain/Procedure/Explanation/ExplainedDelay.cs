using ComplaintFlow.Domain.Calendar;

namespace ComplaintFlow.Domain.Procedure;

/// <summary>What a delay of the procedure is for.</summary>
internal enum Promise
{
    Acknowledgement,
    Answer,
}

/// <summary>One delay to explain, with its first and its last day.</summary>
internal sealed record ExplainedDelay(Promise Promise, Delay Delay, DateOnly Day0, DateOnly Due, HolidayZone Zone)
{
    /// <summary>The days after day 0 and before the last that did not count.</summary>
    public IEnumerable<DateOnly> Skipped()
    {
        for (DateOnly day = Day0.AddDays(1); day < Due; day = day.AddDays(1))
        {
            if (!WorkingDays.IsWorkingDay(day, Zone))
            {
                yield return day;
            }
        }
    }
}
