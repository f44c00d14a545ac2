using ComplaintFlow.Simulation.World;

namespace ComplaintFlow.Simulation.Checks;

/// <summary>Deadlines worked out apart from the program, from DOMAIN's words: days of French law for the zones a run may have.</summary>
internal sealed class Calendar(RulesOfRun rules)
{
    /// <summary>The last day to acknowledge: ten working days, Saturdays included.</summary>
    public DateOnly AcknowledgeBy(DateOnly sent, DateOnly received)
    {
        DateOnly day = Start(sent, received);
        for (int left = 10; left > 0;)
        {
            day = day.AddDays(1);
            left -= day.DayOfWeek != DayOfWeek.Sunday && !IsHoliday(day) ? 1 : 0;
        }

        return day;
    }

    /// <summary>The last day to answer: two months.</summary>
    public DateOnly RespondBy(DateOnly sent, DateOnly received) => TwoMonths(Start(sent, received));

    /// <summary>The first day of the mediator for want of an answer.</summary>
    public static DateOnly MediatorFrom(DateOnly sent, DateOnly received) => TwoMonths(sent < received ? sent : received).AddDays(1);

    /// <summary>The same day number two months on, or the last of that month.</summary>
    public static DateOnly TwoMonths(DateOnly day)
    {
        (int year, int month) = day.Month > 10 ? (day.Year + 1, day.Month - 10) : (day.Year, day.Month + 2);
        return new DateOnly(year, month, Math.Min(day.Day, DateTime.DaysInMonth(year, month)));
    }

    private DateOnly Start(DateOnly sent, DateOnly received) => rules.ClockStart switch
    {
        "sending" => sent,
        "earliest" => sent < received ? sent : received,
        _ => received,
    };

    private bool IsHoliday(DateOnly day)
    {
        int fromEaster = day.DayNumber - Easter(day.Year).DayNumber;
        return fromEaster is 1 or 39 or 50
            || (day.Month, day.Day) is (1, 1) or (5, 1) or (5, 8) or (7, 14) or (8, 15) or (11, 1) or (11, 11) or (12, 25)
            || (rules.Zone == "alsace-moselle" && (fromEaster == -2 || (day.Month, day.Day) is (12, 26)));
    }

    /// <summary>Gauss, with the two exceptions; good for the years that a run may reach.</summary>
    private static DateOnly Easter(int year)
    {
        int d = ((19 * (year % 19)) + 24) % 30;
        int e = ((2 * (year % 4)) + (4 * (year % 7)) + (6 * d) + 5) % 7;
        int days = 22 + d + e;
        days = days == 57 || (days == 56 && d == 28 && year % 19 > 10) ? days - 7 : days;
        return new DateOnly(year, 3, 1).AddDays(days - 1);
    }
}
