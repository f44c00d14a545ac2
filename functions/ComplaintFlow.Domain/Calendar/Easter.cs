namespace ComplaintFlow.Domain.Calendar;

/// <summary>The date of Easter in the Gregorian calendar, from which the movable public holidays follow.</summary>
public static class Easter
{
    /// <summary>Easter Sunday of <paramref name="year"/> (anonymous Gregorian algorithm, Meeus/Jones/Butcher).</summary>
    /// <param name="year">A year of the Gregorian calendar, 1583 to 9999.</param>
    /// <exception cref="ArgumentOutOfRangeException">The Gregorian calendar was not in use, or the year is past 9999.</exception>
    public static DateOnly Sunday(int year)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(year, 1583);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(year, 9999);
        (int century, int inCentury) = Math.DivRem(year, 100);
        int golden = year % 19;
        int moonShift = (century - ((century + 8) / 25) + 1) / 3;
        int epact = ((19 * golden) + century - (century / 4) - moonShift + 15) % 30;
        int toSunday = (32 + (2 * (century % 4)) + (2 * (inCentury / 4)) - epact - (inCentury % 4)) % 7;
        int lateMoon = (golden + (11 * epact) + (22 * toSunday)) / 451;
        int monthAndDay = epact + toSunday - (7 * lateMoon) + 114;
        return new DateOnly(year, monthAndDay / 31, (monthAndDay % 31) + 1);
    }
}
