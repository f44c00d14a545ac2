using ComplaintFlow.Domain.Calendar;

namespace ComplaintFlow.Domain.Tests.Calendar;

public sealed class CivilTimeTests
{
    private static readonly CivilTime Paris = new(TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris"));

    [Theory]
    [InlineData("2026-03-29", "2026-03-29T00:00:00+01:00")]
    [InlineData("2026-03-30", "2026-03-30T00:00:00+02:00")]
    [InlineData("2026-10-25", "2026-10-25T00:00:00+02:00")]
    [InlineData("2026-10-26", "2026-10-26T00:00:00+01:00")]
    public void StartOf_AroundAChangeOfClocks_IsMidnightInParis(string date, string instant) =>
        AssertSame(instant, Paris.StartOf(DateOnly.Parse(date)));

    [Theory]
    [InlineData("2026-03-29", "02:30:00", "2026-03-29T03:00:00+02:00")]
    [InlineData("2026-03-29", "02:00:00", "2026-03-29T03:00:00+02:00")]
    [InlineData("2026-03-29", "02:59:59", "2026-03-29T03:00:00+02:00")]
    [InlineData("2026-03-29", "01:59:59", "2026-03-29T01:59:59+01:00")]
    [InlineData("2026-03-29", "08:00:00", "2026-03-29T08:00:00+02:00")]
    [InlineData("2026-10-25", "02:30:00", "2026-10-25T02:30:00+02:00")]
    [InlineData("2026-10-25", "03:00:00", "2026-10-25T03:00:00+01:00")]
    public void At_AroundAChangeOfClocks_IsTheFirstSuchInstant(string date, string time, string instant) =>
        AssertSame(instant, Paris.At(DateOnly.Parse(date), TimeOnly.Parse(time)));

    [Theory]
    [InlineData("2026-03-28T22:59:59Z", "2026-03-28")]
    [InlineData("2026-03-28T23:00:00Z", "2026-03-29")]
    [InlineData("2026-03-29T21:59:59Z", "2026-03-29")]
    [InlineData("2026-03-29T22:00:00Z", "2026-03-30")]
    [InlineData("2026-10-25T22:59:59Z", "2026-10-25")]
    [InlineData("2026-10-25T23:00:00Z", "2026-10-26")]
    public void DateOf_TheLastAndTheFirstInstant_AreOnTheirOwnDay(string instant, string date) =>
        Assert.Equal(DateOnly.Parse(date), Paris.DateOf(DateTimeOffset.Parse(instant)));

    [Fact]
    public void InZone_KeepsTheInstantWithTheOffsetOfTheDay() =>
        AssertSame("2026-07-01T14:00:00+02:00", Paris.InZone(new(2026, 7, 1, 12, 0, 0, TimeSpan.Zero)));

    private static void AssertSame(string expected, DateTimeOffset actual)
    {
        DateTimeOffset instant = DateTimeOffset.Parse(expected);
        Assert.Equal((instant.DateTime, instant.Offset), (actual.DateTime, actual.Offset));
    }
}
