using ComplaintFlow.Domain.Calendar;
using ComplaintFlow.Domain.Procedure;

namespace ComplaintFlow.Functions.Configuration.Published;

/// <summary>How short a delay can turn out, by trying every start in four years: a reminder must fall before it.</summary>
internal static class ShortestLength
{
    private static readonly DateOnly FirstStart = new(2024, 1, 1);
    private const int Starts = 1461;

    public static int InDays(Delay delay, HolidayZone zone) =>
        Shortest(start => Delays.Add(start, delay, zone).DayNumber - start.DayNumber);

    public static int InWorkingDays(Delay delay, HolidayZone zone) => delay.Unit == DelayUnit.WorkingDays
        ? delay.Count
        : Shortest(start => Enumerable.Range(1, Delays.Add(start, delay, zone).DayNumber - start.DayNumber)
            .Count(offset => WorkingDays.IsWorkingDay(start.AddDays(offset), zone)));

    private static int Shortest(Func<DateOnly, int> length) => Enumerable.Range(0, Starts).Min(offset => length(FirstStart.AddDays(offset)));
}
