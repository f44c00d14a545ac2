using ComplaintFlow.Domain.Calendar;

namespace ComplaintFlow.Domain.Tests.Calendar;

/// <summary>The names of the public holidays, as the public calculator prints them.</summary>
public sealed class HolidayNamesTests
{
    [Fact]
    public void In_Metropole_HasItsElevenNames() => Assert.Equal(
        [
            "Jour de l’An / New Year’s Day", "Lundi de Pâques / Easter Monday", "Fête du travail / Labour Day",
            "Victoire de 1945 / Victory Day 1945", "Ascension / Ascension Day", "Lundi de Pentecôte / Whit Monday",
            "Fête nationale / Bastille Day", "Assomption / Assumption Day", "Toussaint / All Saints’ Day",
            "Armistice de 1918 / Armistice Day 1918", "Noël / Christmas Day",
        ],
        Names(HolidayZone.Metropole));

    [Theory]
    [InlineData(HolidayZone.AlsaceMoselle, "Vendredi saint / Good Friday", "Saint-Étienne / Saint Stephen’s Day")]
    [InlineData(HolidayZone.Mayotte, "Abolition de l’esclavage / Abolition of Slavery Day")]
    [InlineData(HolidayZone.SaintMartin, "Abolition de l’esclavage / Abolition of Slavery Day")]
    public void In_AnotherZone_AddsItsOwn(HolidayZone zone, params string[] added) =>
        Assert.Equal(added.Order(), Names(zone).Except(Names(HolidayZone.Metropole)).Order());

    [Theory]
    [InlineData(2017, "2017-05-27")]
    [InlineData(2018, "2018-05-28")]
    public void In_SaintMartin_MovedIn2018(int year, string date) =>
        Assert.Contains(PublicHolidays.In(year, HolidayZone.SaintMartin), holiday => holiday.Date == DateOnly.Parse(date));

    private static IEnumerable<string> Names(HolidayZone zone) => PublicHolidays.In(2026, zone).Select(holiday => $"{holiday.Fr} / {holiday.En}");
}
