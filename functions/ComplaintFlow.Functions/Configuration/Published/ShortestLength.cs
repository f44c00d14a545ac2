using ComplaintFlow.Domain.Calendar;
using ComplaintFlow.Domain.Procedure;

namespace ComplaintFlow.Functions.Configuration.Published;

/// <summary>How short a delay can turn out: a reminder must fall before its last day whenever it starts.</summary>
internal static class ShortestLength
{
    // Months are tried from every day of four years, a leap day among them.
    private static readonly DateOnly FirstStart = new(2024, 1, 1);
    private const int Starts = 1461;

    /// <summary>In calendar days; working days are shortest from a Sunday and without a holiday.</summary>
    public static int InDays(Delay delay) => delay.Unit == DelayUnit.WorkingDays
        ? delay.Count + ((delay.Count - 1) / 6)
        : Shortest(start => DaysIn(delay, start));

    /// <summary>In working days of the zone.</summary>
    public static int InWorkingDays(Delay delay, HolidayZone zone) => delay.Unit == DelayUnit.WorkingDays
        ? delay.Count
        : Shortest(start => Enumerable.Range(1, DaysIn(delay, start)).Count(offset => WorkingDays.IsWorkingDay(start.AddDays(offset), zone)));

    private static int DaysIn(Delay months, DateOnly start) => start.AddMonths(months.Count).DayNumber - start.DayNumber;

    private static int Shortest(Func<DateOnly, int> length) => Enumerable.Range(0, Starts).Min(offset => length(FirstStart.AddDays(offset)));
}
