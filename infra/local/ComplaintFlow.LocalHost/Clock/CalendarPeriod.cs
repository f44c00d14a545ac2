using System.Globalization;
using System.Text.RegularExpressions;

namespace ComplaintFlow.LocalHost.Clock;

/// <summary>
/// An ISO 8601 duration: years, months, weeks and days of the calendar, then hours, minutes and seconds of elapsed time.
/// </summary>
internal sealed partial record CalendarPeriod(int Months, int Days, TimeSpan Time)
{
    /// <summary>Reads <c>P1Y2M3W4DT5H6M7.5S</c>, any part missing but not all.</summary>
    public static bool TryParse(string text, out CalendarPeriod period)
    {
        period = new CalendarPeriod(0, 0, TimeSpan.Zero);
        Match match = Iso().Match(text);
        if (!match.Success || text.EndsWith('P') || text.EndsWith('T'))
        {
            return false;
        }

        try
        {
            period = new CalendarPeriod(
                checked((Number(match, "y") * 12) + Number(match, "mo")),
                checked((Number(match, "w") * 7) + Number(match, "d")),
                TimeSpan.FromHours(Number(match, "h")) + TimeSpan.FromMinutes(Number(match, "mi")) + Seconds(match));
            return true;
        }
        catch (OverflowException)
        {
            return false;
        }
    }

    /// <summary>
    /// The instant this much later. Calendar parts keep the wall-clock time of the zone; a time that the spring change
    /// skips becomes the first after the gap, one that the autumn change repeats is the first of the two.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The result is beyond the year 9999.</exception>
    public DateTimeOffset After(DateTimeOffset instant, TimeZoneInfo zone)
    {
        if (Months == 0 && Days == 0)
        {
            return instant + Time;
        }

        DateTime wall = TimeZoneInfo.ConvertTime(instant, zone).DateTime.AddMonths(Months).AddDays(Days);
        while (zone.IsInvalidTime(wall))
        {
            wall = wall.Date.AddMinutes(Math.Floor(wall.TimeOfDay.TotalMinutes) + 1);
        }

        TimeSpan offset = zone.IsAmbiguousTime(wall) ? zone.GetAmbiguousTimeOffsets(wall).Max() : zone.GetUtcOffset(wall);
        return new DateTimeOffset(wall, offset).ToUniversalTime() + Time;
    }

    private static int Number(Match match, string group) =>
        match.Groups[group] is { Success: true } part ? int.Parse(part.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : 0;

    private static TimeSpan Seconds(Match match) => match.Groups["s"] is { Success: true } part
        ? TimeSpan.FromTicks((long)(decimal.Parse(part.ValueSpan, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture) * TimeSpan.TicksPerSecond))
        : TimeSpan.Zero;

    [GeneratedRegex(@"^P(?:(?<y>\d{1,9})Y)?(?:(?<mo>\d{1,9})M)?(?:(?<w>\d{1,9})W)?(?:(?<d>\d{1,9})D)?(?:T(?:(?<h>\d{1,9})H)?(?:(?<mi>\d{1,9})M)?(?:(?<s>\d{1,9}(?:\.\d{1,7})?)S)?)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Iso();
}
