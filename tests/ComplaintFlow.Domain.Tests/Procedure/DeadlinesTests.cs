using ComplaintFlow.Domain.Calendar;
using ComplaintFlow.Domain.Procedure;
using CsCheck;

namespace ComplaintFlow.Domain.Tests.Procedure;

public sealed class DeadlinesTests
{
    private static readonly Delay TwoMonths = new(2, DelayUnit.Months);

    [Theory]
    [InlineData("2026-12-29", "2027-02-28", "2027-03-01")]
    [InlineData("2026-12-31", "2027-02-28", "2027-03-01")]
    [InlineData("2027-12-31", "2028-02-29", "2028-02-29")]
    [InlineData("2026-03-14", "2026-05-14", "2026-05-15")]
    [InlineData("2026-06-30", "2026-08-30", "2026-08-31")]
    [InlineData("2026-06-15", "2026-08-15", "2026-08-17")]
    [InlineData("2026-03-25", "2026-05-25", "2026-05-26")]
    public void Compute_TwoMonths_GivesTheVectorsOfTheDomain(string received, string respondBy, string by642)
    {
        DeadlineDates dates = Compute(received, received, received);
        Assert.Equal((DateOnly.Parse(respondBy), DateOnly.Parse(by642)), (dates.RespondBy, dates.RespondByIf642));
    }

    [Fact]
    public void Compute_OfTheSecondOfMarch_GivesTheMediatorsVector()
    {
        DeadlineDates dates = Compute("2026-03-02", "2026-03-02", "2026-03-02");
        Assert.Equal((new DateOnly(2026, 5, 3), new DateOnly(2027, 3, 2)), (dates.MediatorFrom, dates.MediatorUntil));
    }

    [Theory]
    [InlineData(ClockStart.Receipt, "2026-03-05", "2026-03-17", "2026-05-05")]
    [InlineData(ClockStart.Sending, "2026-03-02", "2026-03-13", "2026-05-02")]
    [InlineData(ClockStart.Earliest, "2026-03-02", "2026-03-13", "2026-05-02")]
    public void Compute_SentBeforeReceipt_StartsWhereTheTermsSay(ClockStart rule, string start, string acknowledgeBy, string respondBy)
    {
        DeadlineDates dates = Deadlines.Compute(
            Samples.Terms with { ClockStart = rule }, new(2026, 3, 2), new(2026, 3, 5), null);
        Assert.Equal(
            (DateOnly.Parse(start), DateOnly.Parse(acknowledgeBy), DateOnly.Parse(respondBy)),
            (dates.ClockStartedOn, dates.AcknowledgeBy, dates.RespondBy));
        Assert.Equal(new DateOnly(2026, 5, 3), dates.MediatorFrom);
        Assert.Null(dates.MediatorUntil);
    }

    [Fact]
    public void Compute_ReceivedBeforeItsOwnDate_TakesReceiptAsTheEarlier()
    {
        DeadlineDates dates = Deadlines.Compute(
            Samples.Terms with { ClockStart = ClockStart.Earliest }, new(2026, 3, 9), new(2026, 3, 2), null);
        Assert.Equal((new DateOnly(2026, 3, 2), new DateOnly(2026, 5, 3)), (dates.ClockStartedOn, dates.MediatorFrom));
    }

    [Fact]
    public void Compute_PaymentServices_AnswersInFifteenWorkingDaysAndKeepsTheMediatorsTwoMonths()
    {
        DeadlineDates dates = Deadlines.Compute(Samples.PaymentTerms, new(2026, 4, 30), new(2026, 4, 30), null);
        Assert.Equal((new DateOnly(2026, 5, 21), new DateOnly(2026, 7, 1)), (dates.RespondBy, dates.MediatorFrom));
    }

    [Fact]
    public void Compute_WrittenOnALeapDay_ClosesTheMediatorsYearOnTheTwentyEighth() =>
        Assert.Equal(new DateOnly(2029, 2, 28), Compute("2028-02-29", "2028-02-29", "2028-02-29").MediatorUntil);

    [Fact]
    public void Add_Months_KeepsTheDayNumberOrTakesTheLastOfTheMonth() =>
        Gen.Select(Dates.Any, Gen.Int[0, 36], Dates.Zone).Sample((day0, months, zone) =>
        {
            DateOnly due = Delays.Add(day0, new(months, DelayUnit.Months), zone);
            int elapsed = ((due.Year - day0.Year) * 12) + due.Month - day0.Month;
            return elapsed == months && due.Day == Math.Min(day0.Day, DateTime.DaysInMonth(due.Year, due.Month));
        });

    [Fact]
    public void Compute_ALaterReceipt_MovesNoDateBack() =>
        Gen.Select(Dates.Any, Gen.Int[1, 90], Dates.Zone).Sample((day, later, zone) =>
        {
            Terms terms = Samples.Terms with { Zone = zone };
            DeadlineDates first = Deadlines.Compute(terms, day, day, day);
            DeadlineDates second = Deadlines.Compute(terms, day.AddDays(later), day.AddDays(later), day.AddDays(later));
            return first.AcknowledgeBy <= second.AcknowledgeBy && first.RespondBy <= second.RespondBy
                && first.RespondByIf642 <= second.RespondByIf642 && first.MediatorFrom <= second.MediatorFrom
                && first.MediatorUntil <= second.MediatorUntil;
        });

    [Fact]
    public void IfArticle642_AnyDay_IsTheFirstNeitherWeekendNorHoliday() =>
        Gen.Select(Dates.Any, Dates.Zone).Sample((due, zone) =>
        {
            DateOnly moved = Delays.IfArticle642(due, zone);
            return IsOpen(moved, zone)
                && Enumerable.Range(0, moved.DayNumber - due.DayNumber).All(offset => !IsOpen(due.AddDays(offset), zone));
        });

    [Fact]
    public void Add_ANegativeDelayOrAnUnknownUnit_IsRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Delays.Add(new(2026, 3, 2), TwoMonths with { Count = -1 }, default));
        Assert.Throws<ArgumentOutOfRangeException>(() => Delays.Add(new(2026, 3, 2), TwoMonths with { Unit = (DelayUnit)9 }, default));
    }

    private static bool IsOpen(DateOnly day, HolidayZone zone) =>
        day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && PublicHolidays.On(day, zone) is null;

    private static DeadlineDates Compute(string sent, string received, string written) =>
        Deadlines.Compute(Samples.Terms, DateOnly.Parse(sent), DateOnly.Parse(received), DateOnly.Parse(written));
}
