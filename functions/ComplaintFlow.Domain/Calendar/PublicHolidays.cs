using System.Collections.Concurrent;

namespace ComplaintFlow.Domain.Calendar;

/// <summary>
/// The public holidays of a zone: the national list (art. L.3133-1 code du travail) and what the zone adds. The list of
/// today is applied to every year, but for the one date that moved since 1990 (Saint-Martin). Good Friday in
/// Alsace-Moselle is a holiday only in communes with a Protestant church; here the whole zone keeps it.
/// </summary>
public static class PublicHolidays
{
    private static readonly ConcurrentDictionary<(int Year, HolidayZone Zone), PublicHoliday[]> Known = new();

    /// <summary>The holiday of <paramref name="date"/> in <paramref name="zone"/>, or null. Sundays as such are none.</summary>
    public static PublicHoliday? On(DateOnly date, HolidayZone zone)
    {
        foreach (PublicHoliday holiday in Of(date.Year, zone))
        {
            if (holiday.Date == date)
            {
                return holiday;
            }
        }

        return null;
    }

    /// <summary>The holidays of <paramref name="year"/> in <paramref name="zone"/>, by date, one entry a day.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The year is before 1583 or past 9999.</exception>
    public static IReadOnlyList<PublicHoliday> In(int year, HolidayZone zone) => Array.AsReadOnly(Of(year, zone));

    private static PublicHoliday[] Of(int year, HolidayZone zone) =>
        Known.GetOrAdd((year, zone), static key =>
        [
            .. National(key.Year)
                .Concat(Added(key.Year, key.Zone))
                .GroupBy(holiday => holiday.Date)
                .OrderBy(sameDay => sameDay.Key)
                .Select(sameDay => new PublicHoliday(
                    sameDay.Key,
                    string.Join(" et ", sameDay.Select(holiday => holiday.Fr)),
                    string.Join(" and ", sameDay.Select(holiday => holiday.En)))),
        ]);

    private static PublicHoliday[] National(int year)
    {
        DateOnly easter = Easter.Sunday(year);
        return
        [
            new(new(year, 1, 1), "Jour de l’An", "New Year’s Day"),
            new(easter.AddDays(1), "Lundi de Pâques", "Easter Monday"),
            new(new(year, 5, 1), "Fête du travail", "Labour Day"),
            new(new(year, 5, 8), "Victoire de 1945", "Victory Day 1945"),
            new(easter.AddDays(39), "Ascension", "Ascension Day"),
            new(easter.AddDays(50), "Lundi de Pentecôte", "Whit Monday"),
            new(new(year, 7, 14), "Fête nationale", "Bastille Day"),
            new(new(year, 8, 15), "Assomption", "Assumption Day"),
            new(new(year, 11, 1), "Toussaint", "All Saints’ Day"),
            new(new(year, 11, 11), "Armistice de 1918", "Armistice Day 1918"),
            new(new(year, 12, 25), "Noël", "Christmas Day"),
        ];
    }

    private static PublicHoliday[] Added(int year, HolidayZone zone) => zone switch
    {
        HolidayZone.Metropole => [],
        HolidayZone.AlsaceMoselle =>
        [
            new(Easter.Sunday(year).AddDays(-2), "Vendredi saint", "Good Friday"),
            new(new(year, 12, 26), "Saint-Étienne", "Saint Stephen’s Day"),
        ],
        HolidayZone.Mayotte => [Abolition(year, 4, 27)],
        HolidayZone.Martinique => [Abolition(year, 5, 22)],
        HolidayZone.Guadeloupe => [Abolition(year, 5, 27)],
        HolidayZone.SaintMartin => [Abolition(year, 5, year < 2018 ? 27 : 28)],
        HolidayZone.Guyane => [Abolition(year, 6, 10)],
        HolidayZone.SaintBarthelemy => [Abolition(year, 10, 9)],
        HolidayZone.LaReunion => [Abolition(year, 12, 20)],
        _ => throw new ArgumentOutOfRangeException(nameof(zone), zone, "Not a zone of public holidays."),
    };

    private static PublicHoliday Abolition(int year, int month, int day) =>
        new(new(year, month, day), "Abolition de l’esclavage", "Abolition of Slavery Day");
}
