using ComplaintFlow.Domain.Calendar;
using ComplaintFlow.Domain.Procedure;

namespace ComplaintFlow.Domain.Tests.Procedure;

public sealed class HolidayZoneTitlesTests
{
    [Fact]
    public void Of_EveryZone_IsItsNameInBothLanguages() => Assert.Equal(
        [
            "France métropolitaine / metropolitan France", "Alsace-Moselle / Alsace-Moselle", "Mayotte / Mayotte", "Martinique / Martinique",
            "Guadeloupe / Guadeloupe", "Saint-Martin / Saint-Martin", "Guyane / French Guiana",
            "Saint-Barthélemy / Saint-Barthélemy", "La Réunion / La Réunion",
        ],
        Enum.GetValues<HolidayZone>().Select(zone => $"{HolidayZoneTitles.Of(zone).Fr} / {HolidayZoneTitles.Of(zone).En}"));

    [Fact]
    public void Of_WhatIsNoZone_IsABug() => Assert.Contains(
        "zone", Assert.Throws<ArgumentOutOfRangeException>(() => HolidayZoneTitles.Of((HolidayZone)99)).Message, StringComparison.Ordinal);
}
