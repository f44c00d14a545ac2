using ComplaintFlow.LocalHost.Clock;
using CsCheck;

namespace ComplaintFlow.LocalHost.Tests.Clock;

public sealed class CalendarPeriodTests
{
    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    [Theory]
    [InlineData("2026-03-28T09:00:00+01:00", "P1D", "2026-03-29T09:00:00+02:00")]
    [InlineData("2026-03-28T02:30:00+01:00", "P1D", "2026-03-29T03:00:00+02:00")]
    [InlineData("2026-10-24T09:00:00+02:00", "P1D", "2026-10-25T09:00:00+01:00")]
    [InlineData("2026-10-24T02:30:00+02:00", "P1D", "2026-10-25T02:30:00+02:00")]
    [InlineData("2026-10-25T02:30:00+01:00", "PT0S", "2026-10-25T02:30:00+01:00")]
    [InlineData("2026-03-28T09:00:00+01:00", "PT24H", "2026-03-29T10:00:00+02:00")]
    [InlineData("2026-01-31T12:00:00+01:00", "P1M", "2026-02-28T12:00:00+01:00")]
    [InlineData("2028-02-29T12:00:00+01:00", "P1Y", "2029-02-28T12:00:00+01:00")]
    [InlineData("2026-03-02T09:00:00+01:00", "P1Y2M1W3DT4H5M6.5S", "2027-05-12T13:05:06.5+02:00")]
    public void After_KeepsTheWallClock_OverCalendarDays(string from, string period, string expected)
    {
        Assert.True(CalendarPeriod.TryParse(period, out CalendarPeriod parsed));
        Assert.Equal(DateTimeOffset.Parse(expected).UtcDateTime, parsed.After(DateTimeOffset.Parse(from), Paris).UtcDateTime);
    }

    [Fact]
    public void After_ForDays_FollowsTheCalendar_AndNeverGoesBack() =>
        Gen.Select(Gen.DateTime[new DateTime(1995, 1, 1, 0, 0, 0, DateTimeKind.Utc), new DateTime(2100, 1, 1, 0, 0, 0, DateTimeKind.Utc)], Gen.Int[1, 800])
            .Sample((instant, days) =>
            {
                DateTimeOffset from = new(DateTime.SpecifyKind(instant, DateTimeKind.Utc));
                DateTimeOffset after = new CalendarPeriod(0, days, TimeSpan.Zero).After(from, Paris);
                DateTime wall = TimeZoneInfo.ConvertTime(from, Paris).DateTime.AddDays(days);
                return after > from && (Paris.IsInvalidTime(wall) || TimeZoneInfo.ConvertTime(after, Paris).DateTime == wall);
            });

    [Theory]
    [InlineData("")]
    [InlineData("P")]
    [InlineData("P1")]
    [InlineData("P1DT")]
    [InlineData("PT1D")]
    [InlineData("P1.5D")]
    [InlineData("P-1D")]
    [InlineData("p1d")]
    [InlineData("P1D\n")]
    [InlineData("P9999999999D")]
    [InlineData("P999999999Y")]
    public void Text_ThatIsNoDuration_IsRefused(string text) => Assert.False(CalendarPeriod.TryParse(text, out _));
}
