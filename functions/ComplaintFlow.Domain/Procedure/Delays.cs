using ComplaintFlow.Domain.Calendar;

namespace ComplaintFlow.Domain.Procedure;

/// <summary>Adds the delays of a procedure to civil dates.</summary>
public static class Delays
{
    /// <summary>
    /// The last day, inclusive, of <paramref name="delay"/> after <paramref name="day0"/>, which does not count. Months end
    /// on the same day number, or on the last day of a month that has none; they are never rolled forward.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The count is negative, the unit unknown, or the end lies past 9999.</exception>
    public static DateOnly Add(DateOnly day0, Delay delay, HolidayZone zone)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(delay.Count, nameof(delay));
        return delay.Unit switch
        {
            DelayUnit.WorkingDays => WorkingDays.Add(day0, delay.Count, zone),
            DelayUnit.Months => day0.AddMonths(delay.Count),
            _ => throw new ArgumentOutOfRangeException(nameof(delay), delay.Unit, "Not a unit of delays."),
        };
    }

    /// <summary>
    /// What art. 642 code de procédure civile would make of <paramref name="due"/>: a Saturday, Sunday or public holiday
    /// moves to the next day that is none of them. For information; the firm keeps to the un-extended date.
    /// </summary>
    public static DateOnly IfArticle642(DateOnly due, HolidayZone zone)
    {
        while (IsExtended(due, zone))
        {
            due = due.AddDays(1);
        }

        return due;
    }

    /// <summary>Whether art. 642 moves a delay that ends on <paramref name="date"/>.</summary>
    internal static bool IsExtended(DateOnly date, HolidayZone zone) =>
        date.DayOfWeek == DayOfWeek.Saturday || !WorkingDays.IsWorkingDay(date, zone);
}
