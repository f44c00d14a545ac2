using ComplaintFlow.Domain.Calendar;

namespace ComplaintFlow.Domain.Tests.Calendar;

public sealed class HolidayZonesTests
{
    [Theory]
    [InlineData(HolidayZone.Metropole, "metropole")]
    [InlineData(HolidayZone.AlsaceMoselle, "alsace-moselle")]
    [InlineData(HolidayZone.Mayotte, "mayotte")]
    [InlineData(HolidayZone.Martinique, "martinique")]
    [InlineData(HolidayZone.Guadeloupe, "guadeloupe")]
    [InlineData(HolidayZone.SaintMartin, "saint-martin")]
    [InlineData(HolidayZone.Guyane, "guyane")]
    [InlineData(HolidayZone.SaintBarthelemy, "saint-barthelemy")]
    [InlineData(HolidayZone.LaReunion, "la-reunion")]
    public void Name_OfEachZone_IsReadBack(HolidayZone zone, string name)
    {
        Assert.Equal(name, HolidayZones.NameOf(zone));
        Assert.True(HolidayZones.TryParse(name, out HolidayZone read));
        Assert.Equal(zone, read);
        Assert.Equal(Enum.GetValues<HolidayZone>().Length, HolidayZones.Names.Count);
    }

    [Theory]
    [InlineData("Metropole")]
    [InlineData("alsace moselle")]
    [InlineData("0")]
    [InlineData("")]
    [InlineData(null)]
    public void TryParse_AnythingElse_IsRefused(string? name) => Assert.False(HolidayZones.TryParse(name, out _));

    [Fact]
    public void NameOf_AnUnknownZone_IsRefused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => HolidayZones.NameOf((HolidayZone)99));
}
