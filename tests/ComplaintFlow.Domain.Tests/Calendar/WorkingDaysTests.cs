using ComplaintFlow.Domain.Calendar;
using CsCheck;

namespace ComplaintFlow.Domain.Tests.Calendar;

public sealed class WorkingDaysTests
{
    [Theory]
    [InlineData("2026-04-30", "2026-05-15", HolidayZone.Metropole)]
    [InlineData("2026-12-18", "2026-12-31", HolidayZone.Metropole)]
    [InlineData("2026-12-18", "2027-01-02", HolidayZone.AlsaceMoselle)]
    [InlineData("2026-03-25", "2026-04-07", HolidayZone.Metropole)]
    [InlineData("2026-03-25", "2026-04-08", HolidayZone.AlsaceMoselle)]
    public void Add_TenDays_GivesTheVectorsOfTheDomain(string day0, string due, HolidayZone zone) =>
        Assert.Equal(DateOnly.Parse(due), WorkingDays.Add(DateOnly.Parse(day0), 10, zone));

    [Theory]
    [InlineData("2026-05-16", true)]
    [InlineData("2026-05-17", false)]
    [InlineData("2026-05-14", false)]
    [InlineData("2026-05-15", true)]
    public void IsWorkingDay_SaturdayCounts_SundayAndHolidayDoNot(string day, bool expected) =>
        Assert.Equal(expected, WorkingDays.IsWorkingDay(DateOnly.Parse(day), HolidayZone.Metropole));

    [Theory]
    [InlineData("2026-05-24", "2026-05-23", "2026-05-26")]
    [InlineData("2026-05-01", "2026-04-30", "2026-05-02")]
    [InlineData("2026-05-02", "2026-05-02", "2026-05-02")]
    public void OnOrBeforeAndOnOrAfter_AroundADay_FindTheNearest(string day, string before, string after)
    {
        Assert.Equal(DateOnly.Parse(before), WorkingDays.OnOrBefore(DateOnly.Parse(day), HolidayZone.Metropole));
        Assert.Equal(DateOnly.Parse(after), WorkingDays.OnOrAfter(DateOnly.Parse(day), HolidayZone.Metropole));
    }

    [Fact]
    public void Add_Zero_IsDayZeroItself() =>
        Assert.Equal(new DateOnly(2026, 5, 1), WorkingDays.Add(new(2026, 5, 1), 0, HolidayZone.Metropole));

    [Fact]
    public void Add_ANegativeCount_IsRefused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => WorkingDays.Add(new(2026, 5, 1), -1, HolidayZone.Metropole));

    [Fact]
    public void Add_AnyCount_EndsOnAWorkingDayAndCountsBack() =>
        Gen.Select(Dates.Any, Gen.Int[1, 60], Dates.Zone).Sample((day0, count, zone) =>
        {
            DateOnly end = WorkingDays.Add(day0, count, zone);
            int between = Enumerable.Range(1, end.DayNumber - day0.DayNumber)
                .Count(offset => WorkingDays.IsWorkingDay(day0.AddDays(offset), zone));
            return WorkingDays.IsWorkingDay(end, zone) && between == count;
        });

    [Fact]
    public void Add_ALaterDayOrALongerCount_NeverEndsEarlier() =>
        Gen.Select(Dates.Any, Gen.Int[0, 40], Dates.Zone).Sample((day0, count, zone) =>
        {
            DateOnly end = WorkingDays.Add(day0, count, zone);
            return WorkingDays.Add(day0.AddDays(1), count, zone) >= end && WorkingDays.Add(day0, count + 1, zone) > end;
        });
}
