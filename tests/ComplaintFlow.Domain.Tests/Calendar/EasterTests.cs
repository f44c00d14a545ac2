using ComplaintFlow.Domain.Calendar;

namespace ComplaintFlow.Domain.Tests.Calendar;

public sealed class EasterTests
{
    [Theory]
    [InlineData("1900-04-15")]
    [InlineData("1943-04-25")]
    [InlineData("1954-04-18")]
    [InlineData("1981-04-19")]
    [InlineData("2000-04-23")]
    [InlineData("2008-03-23")]
    [InlineData("2024-03-31")]
    [InlineData("2026-04-05")]
    [InlineData("2027-03-28")]
    [InlineData("2038-04-25")]
    [InlineData("2049-04-18")]
    [InlineData("2285-03-22")]
    public void Sunday_OfAKnownYear_IsThePublishedDate(string published)
    {
        DateOnly expected = DateOnly.Parse(published);
        Assert.Equal(expected, Easter.Sunday(expected.Year));
    }

    [Fact]
    public void Sunday_OfEveryYearInReach_AgreesWithTheChurchTables()
    {
        for (int year = 1583; year <= 4099; year++)
        {
            Assert.Equal(ByGoldenNumberAndEpact(year), Easter.Sunday(year));
        }
    }

    [Theory]
    [InlineData(1582)]
    [InlineData(10000)]
    public void Sunday_OutsideTheGregorianCalendar_IsRefused(int year) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Easter.Sunday(year));

    /// <summary>The second way: Clavius' golden number, epact and first Sunday after the paschal moon, as Knuth states it.</summary>
    private static DateOnly ByGoldenNumberAndEpact(int year)
    {
        int golden = (year % 19) + 1;
        int century = (year / 100) + 1;
        int droppedLeapYears = (3 * century / 4) - 12;
        int moonCorrection = (((8 * century) + 5) / 25) - 5;
        int sunday = (5 * year / 4) - droppedLeapYears - 10;
        int epact = ((11 * golden) + 20 + moonCorrection - droppedLeapYears) % 30;
        if (epact == 24 || (epact == 25 && golden > 11))
        {
            epact++;
        }

        int moon = 44 - epact;
        if (moon < 21)
        {
            moon += 30;
        }

        moon += 7 - ((sunday + moon) % 7);
        return new DateOnly(year, 3, 1).AddDays(moon - 1);
    }
}
