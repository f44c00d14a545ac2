using ComplaintFlow.Domain.Calendar;

namespace ComplaintFlow.Domain.Tests.Calendar;

public sealed class PublicHolidaysTests
{
    private static readonly string[] National2026 =
    [
        "2026-01-01 Jour de l’An", "2026-04-06 Lundi de Pâques", "2026-05-01 Fête du travail", "2026-05-08 Victoire de 1945",
        "2026-05-14 Ascension", "2026-05-25 Lundi de Pentecôte", "2026-07-14 Fête nationale", "2026-08-15 Assomption",
        "2026-11-01 Toussaint", "2026-11-11 Armistice de 1918", "2026-12-25 Noël",
    ];

    [Theory]
    [InlineData(HolidayZone.Metropole)]
    [InlineData(HolidayZone.AlsaceMoselle, "2026-04-03 Vendredi saint", "2026-12-26 Saint-Étienne")]
    [InlineData(HolidayZone.Mayotte, "2026-04-27 Abolition de l’esclavage")]
    [InlineData(HolidayZone.Martinique, "2026-05-22 Abolition de l’esclavage")]
    [InlineData(HolidayZone.Guadeloupe, "2026-05-27 Abolition de l’esclavage")]
    [InlineData(HolidayZone.SaintMartin, "2026-05-28 Abolition de l’esclavage")]
    [InlineData(HolidayZone.Guyane, "2026-06-10 Abolition de l’esclavage")]
    [InlineData(HolidayZone.SaintBarthelemy, "2026-10-09 Abolition de l’esclavage")]
    [InlineData(HolidayZone.LaReunion, "2026-12-20 Abolition de l’esclavage")]
    public void In_2026_IsTheNationalListAndTheZonesOwn(HolidayZone zone, params string[] added)
    {
        IEnumerable<string> expected = National2026.Concat(added).Order(StringComparer.Ordinal);
        Assert.Equal(expected, PublicHolidays.In(2026, zone).Select(holiday => $"{holiday.Date:yyyy-MM-dd} {holiday.Fr}"));
    }

    [Fact]
    public void On_AnyDayOfFiveYears_AgreesWithIn()
    {
        foreach (HolidayZone zone in Enum.GetValues<HolidayZone>())
        {
            for (DateOnly day = new(2024, 1, 1); day.Year < 2029; day = day.AddDays(1))
            {
                PublicHoliday? listed = PublicHolidays.In(day.Year, zone).Where(holiday => holiday.Date == day)
                    .Select(holiday => (PublicHoliday?)holiday).SingleOrDefault();
                Assert.Equal(listed, PublicHolidays.On(day, zone));
            }
        }
    }

    [Fact]
    public void On_AscensionOnTheFirstOfMay_NamesBoth()
    {
        Assert.Equal(
            new PublicHoliday(new(2008, 5, 1), "Fête du travail et Ascension", "Labour Day and Ascension Day"),
            PublicHolidays.On(new(2008, 5, 1), HolidayZone.Metropole));
        Assert.Equal(10, PublicHolidays.In(2008, HolidayZone.Metropole).Count);
    }

    [Theory]
    [InlineData(2017, 27)]
    [InlineData(2018, 28)]
    public void On_SaintMartin_MovedIn2018(int year, int day)
    {
        Assert.NotNull(PublicHolidays.On(new(year, 5, day), HolidayZone.SaintMartin));
        Assert.Null(PublicHolidays.On(new(year, 5, 55 - day), HolidayZone.SaintMartin));
    }

    [Fact]
    public void In_AnUnknownZone_IsRefused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => PublicHolidays.In(2026, (HolidayZone)99));
}
