using ComplaintFlow.Functions.Intake.Email;
using CsCheck;

namespace ComplaintFlow.Mail.Tests.Incoming;

public sealed class SentDateTests
{
    private static readonly DateTimeOffset ReceivedAt = new(2026, 3, 2, 12, 0, 0, TimeSpan.FromHours(1));

    [Theory]
    [InlineData("Mon, 02 Mar 2026 09:12:00 +0100", "2026-03-02T09:12:00+01:00", SentDateBasis.DateHeader, null)]
    [InlineData("Mon, 02 Mar 2026 12:05:00 +0100", "2026-03-02T12:00:00+01:00", SentDateBasis.DateHeader, null)]
    [InlineData("Mon, 02 Mar 2026 12:11:00 +0100", "2026-03-02T12:00:00+01:00", SentDateBasis.Receipt, SentDateFault.Future)]
    [InlineData("Sat, 31 Jan 2026 12:00:00 +0100", "2026-01-31T12:00:00+01:00", SentDateBasis.DateHeader, null)]
    [InlineData("Sat, 31 Jan 2026 11:59:59 +0100", "2026-03-02T12:00:00+01:00", SentDateBasis.Receipt, SentDateFault.TooOld)]
    [InlineData("hier", "2026-03-02T12:00:00+01:00", SentDateBasis.Receipt, SentDateFault.Unreadable)]
    public void Read_WithoutReceived_MeasuresTheDateByTheReceipt(string date, string at, SentDateBasis basis, SentDateFault? fault) =>
        Assert.Equal(new SentDate(DateTimeOffset.Parse(at, null), basis, fault), SentDate.Read([date], [], ReceivedAt));

    [Fact]
    public void Read_NoDate_TakesTheFirstServer() => Assert.Equal(
        new SentDate(new(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(1)), SentDateBasis.ReceivedHeader, SentDateFault.Missing),
        SentDate.Read([], ["from b by c; Mon, 2 Mar 2026 09:00:05 +0100", "from a by b (x; y);\r\n Mon, 2 Mar 2026 09:00:00 +0100 (CET)"], ReceivedAt));

    [Fact]
    public void Read_ServersThatGoBackInTime_BelievesOnlyThoseAbove() => Assert.Equal(
        new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(1)),
        SentDate.Read([], ["x; Mon, 2 Mar 2026 09:00:00 +0100", "x; Mon, 2 Mar 2026 10:00:00 +0100", "x; Sun, 1 Mar 2026 10:00:00 +0100"], ReceivedAt).At);

    [Fact]
    public void Read_AnyHeaders_NeverLiesInTheFuture() => Gen.Select(Gen.Int[-60, 60], Gen.Int[-60, 60], Gen.Int[-60, 60]).Sample((date, upper, lower) =>
    {
        string In(int days) => ReceivedAt.AddDays(days).ToString("r");
        SentDate sent = SentDate.Read([In(date)], [$"x; {In(upper)}", $"x; {In(lower)}"], ReceivedAt);

        Assert.InRange(sent.At, ReceivedAt.AddDays(-60), ReceivedAt);
        Assert.Equal(sent.Basis == SentDateBasis.DateHeader, sent.Fault is null);
    });
}
