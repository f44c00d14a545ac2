namespace ComplaintFlow.Domain.Calendar;

/// <summary>
/// Jours ouvrables: Monday to Saturday, public holidays of the zone excepted. Saturday counts; these are not the
/// « jours ouvrés » of an office.
/// </summary>
public static class WorkingDays
{
    public static bool IsWorkingDay(DateOnly date, HolidayZone zone) =>
        date.DayOfWeek != DayOfWeek.Sunday && PublicHolidays.On(date, zone) is null;

    /// <summary>
    /// The last of <paramref name="count"/> working days after <paramref name="day0"/>, which itself does not count
    /// (and need not be a working day). Zero gives <paramref name="day0"/>. The day returned is inclusive.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is negative, or the end lies past 9999.</exception>
    public static DateOnly Add(DateOnly day0, int count, HolidayZone zone)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        DateOnly day = day0;
        for (int counted = 0; counted < count;)
        {
            day = day.AddDays(1);
            if (IsWorkingDay(day, zone))
            {
                counted++;
            }
        }

        return day;
    }

    /// <summary><paramref name="date"/>, or the nearest working day before it.</summary>
    public static DateOnly OnOrBefore(DateOnly date, HolidayZone zone)
    {
        while (!IsWorkingDay(date, zone))
        {
            date = date.AddDays(-1);
        }

        return date;
    }

    /// <summary><paramref name="date"/>, or the nearest working day after it.</summary>
    public static DateOnly OnOrAfter(DateOnly date, HolidayZone zone)
    {
        while (!IsWorkingDay(date, zone))
        {
            date = date.AddDays(1);
        }

        return date;
    }
}
