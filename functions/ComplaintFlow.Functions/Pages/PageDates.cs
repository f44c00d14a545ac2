using System.Globalization;
using ComplaintFlow.Domain.Procedure;
using ComplaintFlow.Functions.Markup;

namespace ComplaintFlow.Functions.Pages;

/// <summary>Dates and instants in words, with their machine form in <c>datetime</c>.</summary>
internal static class PageDates
{
    /// <summary>« vendredi 15 mai 2026 ».</summary>
    public static Html Day(DateOnly date, Language language) =>
        Html.Of($"""<time datetime="{Wire(date)}">{CivilDateText.Long(date, language)}</time>""");

    /// <summary>« 15 mai 2026 », where room is short.</summary>
    public static Html ShortDay(DateOnly date, Language language) =>
        Html.Of($"""<time datetime="{Wire(date)}">{CivilDateText.WithoutDayName(date, language)}</time>""");

    /// <summary>« 15 mai 2026 à 9 h 05 ». The instant carries the firm's offset.</summary>
    public static Html Instant(DateTimeOffset at, Language language)
    {
        string day = CivilDateText.WithoutDayName(DateOnly.FromDateTime(at.DateTime), language);
        string text = language == Language.English
            ? string.Create(CultureInfo.InvariantCulture, $"{day}, {at:HH:mm}")
            : string.Create(CultureInfo.InvariantCulture, $"{day} à {at.Hour} h {at:mm}");
        return Html.Of($"""<time datetime="{at.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture)}">{text}</time>""");
    }

    /// <summary>How far a deadline is from today, in calendar days. French: for the firm's pages.</summary>
    public static string DaysLeft(DateOnly due, DateOnly today) => (due.DayNumber - today.DayNumber) switch
    {
        0 => "aujourd’hui",
        1 => "demain",
        > 1 and int left => $"dans {left} jours",
        -1 => "dépassé d’un jour",
        int late => $"dépassé de {-late} jours",
    };

    public static string Wire(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
