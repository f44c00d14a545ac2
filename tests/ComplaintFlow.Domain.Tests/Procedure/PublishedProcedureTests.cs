using ComplaintFlow.Domain.Calendar;
using ComplaintFlow.Domain.Procedure;

namespace ComplaintFlow.Domain.Tests.Procedure;

public sealed class PublishedProcedureTests
{
    private static readonly Regime Insurance = new() { Name = "insurance", Title = new("Assurance", "Insurance") };
    private static readonly ProcedureVersion First = Samples.Version("1", new(2026, 1, 1), Insurance);
    private static readonly ProcedureVersion Second = First with { Version = "2", InForceFrom = new(2026, 7, 1) };
    private static readonly PublishedProcedure Published = new([First, Second]);

    [Theory]
    [InlineData("2025-06-01", "1")]
    [InlineData("2026-01-01", "1")]
    [InlineData("2026-06-30", "1")]
    [InlineData("2026-07-01", "2")]
    [InlineData("2030-01-01", "2")]
    public void InForceOn_ADate_IsTheLastBegunOrElseTheOldest(string date, string version) =>
        Assert.Equal(version, Published.InForceOn(DateOnly.Parse(date)).Version);

    [Theory]
    [InlineData("2026-06-30T21:59:59Z", "1")]
    [InlineData("2026-06-30T22:00:00Z", "2")]
    public void InForceAt_AnInstant_GoesByTheDateInParis(string instant, string version) =>
        Assert.Equal(version, Published.InForceAt(DateTimeOffset.Parse(instant)).Version);

    [Fact]
    public void Equality_AfterTheCivilTimeWasRead_Holds()
    {
        ProcedureVersion copy = First with { };
        Assert.NotNull(First.CivilTime);
        Assert.Equal(copy, First);
    }

    [Fact]
    public void CivilTime_OfACopyInAnotherZone_IsThatOfTheCopy()
    {
        ProcedureVersion overseas = First with { TimeZone = "Indian/Reunion" };
        Assert.Equal(
            TimeSpan.FromHours(4), overseas.CivilTime.StartOf(new(2026, 7, 1)).Offset);
    }

    [Fact]
    public void Terms_OfARegime_AreItsDelaysAndTheVersionsZone()
    {
        ProcedureVersion east = First with { Zone = HolidayZone.AlsaceMoselle };
        Assert.Equal(Samples.Terms with { Version = "1", Zone = HolidayZone.AlsaceMoselle }, Terms.Of(east, east.DefaultRegime));
        Assert.Same(Insurance, east.FindRegime("insurance"));
        Assert.Null(east.FindRegime("Insurance"));
    }

    [Theory]
    [InlineData(1, ApproverRole.Manager)]
    [InlineData(2, ApproverRole.Director)]
    [InlineData(3, ApproverRole.Director)]
    public void ApprovalAt_ALevel_IsThatOfTheLevelOrOfTheSecond(int level, ApproverRole expected) =>
        Assert.Equal(expected, Insurance.ApprovalAt(level).By);
}
