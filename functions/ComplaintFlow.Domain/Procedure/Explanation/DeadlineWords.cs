using ComplaintFlow.Domain.Calendar;

namespace ComplaintFlow.Domain.Procedure;

/// <summary>The lines of an explanation in one language.</summary>
internal abstract class DeadlineWords
{
    public static DeadlineWords In(Language language) =>
        language == Language.English ? new EnglishDeadlineWords() : new FrenchDeadlineWords();

    public abstract string Clock(ClockStart rule, DateOnly sentOn, DateOnly receivedOn);

    public abstract string Day0(DateOnly start);

    public abstract string WorkingDaysRule(ExplainedDelay delay);

    public abstract string Skipped(DateOnly day, HolidayZone zone);

    public abstract string LastWorkingDay(ExplainedDelay delay);

    public abstract string Months(ExplainedDelay delay);

    public abstract string Article642Changes(DateOnly due, DateOnly moved, HolidayZone zone);

    public abstract string Article642ChangesNothing(DateOnly due);

    public abstract string MediatorFrom(DateOnly earlier, DateOnly from);

    public abstract string MediatorUntil(DateOnly writtenOn, DateOnly until);

    public abstract string NothingWritten();

    /// <summary>Why a day does not count: its holiday, its name, or both.</summary>
    protected static string Reason(DateOnly day, HolidayZone zone, string and, Language language)
    {
        string dayName = CivilDateText.DayName(day, language);
        if (PublicHolidays.On(day, zone) is not { } holiday)
        {
            return dayName;
        }

        string holidayName = new Wording(holiday.Fr, holiday.En).In(language);
        return day.DayOfWeek == DayOfWeek.Sunday ? $"{dayName} {and} {holidayName}" : holidayName;
    }

    protected static string Bracketed(string? text) => text is null ? "" : $" ({text})";

    protected static IEnumerable<DateOnly> Days(DateOnly from, DateOnly before)
    {
        for (DateOnly day = from; day < before; day = day.AddDays(1))
        {
            yield return day;
        }
    }
}
