using System.Globalization;

namespace ComplaintFlow.Domain.Procedure;

/// <summary>Civil dates as people read them, whatever the culture of the process.</summary>
public static class CivilDateText
{
    private static readonly string[] FrenchDays = ["dimanche", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi"];

    private static readonly string[] FrenchMonths =
    [
        "janvier", "février", "mars", "avril", "mai", "juin",
        "juillet", "août", "septembre", "octobre", "novembre", "décembre",
    ];

    /// <summary>« vendredi 1er mai 2026 », "Friday 1 May 2026".</summary>
    public static string Long(DateOnly date, Language language) => $"{DayName(date, language)} {WithoutDayName(date, language)}";

    /// <summary>« 1er mai 2026 », "1 May 2026".</summary>
    public static string WithoutDayName(DateOnly date, Language language) => language == Language.English
        ? date.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{(date.Day == 1 ? "1er" : date.Day)} {FrenchMonths[date.Month - 1]} {date.Year}");

    /// <summary>« vendredi », "Friday".</summary>
    public static string DayName(DateOnly date, Language language) =>
        language == Language.English ? date.DayOfWeek.ToString() : FrenchDays[(int)date.DayOfWeek];

    /// <summary>« mai », "May".</summary>
    public static string MonthName(DateOnly date, Language language) => language == Language.English
        ? date.ToString("MMMM", CultureInfo.InvariantCulture)
        : FrenchMonths[date.Month - 1];
}
