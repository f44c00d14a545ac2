using ComplaintFlow.Domain.Complaints;
using ComplaintFlow.Domain.Procedure;
using static ComplaintFlow.Domain.Tests.Complaints.TestFirm;

namespace ComplaintFlow.Domain.Tests.Complaints;

/// <summary>Promise 1: any channel; the complaint goes to the client's usual contact.</summary>
public sealed class ArrivalTests
{
    [Theory]
    [InlineData(Channel.Web, "acknowledgement client", "assignment anne")]
    [InlineData(Channel.Email, "acknowledgement client", "assignment anne")]
    [InlineData(Channel.Letter, "acknowledgement client", "assignment anne")]
    [InlineData(Channel.Phone, "acknowledgement client", "invitation-to-write client", "assignment anne")]
    [InlineData(Channel.Counter, "acknowledgement client", "invitation-to-write client", "assignment anne")]
    public void Receive_ByAnyChannel_TellsTheClientAndTheUsualContactAtOnce(Channel channel, params string[] told) =>
        Assert.Equal(told, new ComplaintLife().Receive(channel).ToldNow);

    [Fact]
    public void Receive_FromAPersonWithoutUsualContact_GoesToTheDefaultHandler() =>
        Assert.Equal(Address("claire"), new ComplaintLife().Receive(email: "inconnu@example.fr", clientNumber: null).Complaint.Handler);

    [Fact]
    public void Receive_WhileTheUsualContactIsAway_GoesToTheDeputy()
    {
        ComplaintLife life = new ComplaintLife("2026-08-10 09:00").Receive();
        Assert.Equal(Address("bruno"), life.Complaint.Handler);
        Assert.Equal(["2026-08-10 09:00 bruno"], life.Told(MailKind.Assignment));
    }

    [Fact]
    public void Receive_WithoutAnyAddress_TellsTheHandlerOnly() =>
        Assert.Equal(["assignment anne"], new ComplaintLife().Receive(Channel.Letter, email: null).ToldNow);

    [Fact]
    public void Receive_WithTheAddressOfARepresentative_ReachesTheClient() => Assert.Contains(
        "acknowledgement client",
        new ComplaintLife().Receive(email: null, representative: new() { Name = "Me Roux", Email = "roux@avocat.example", Capacity = "avocat" }).ToldNow);

    [Fact]
    public void Receive_OfACallWrittenDownAtOnce_SendsTheDatedCopy() => Assert.Equal(
        ["acknowledgement client", "dated-copy client", "assignment anne"],
        new ComplaintLife().Receive(Channel.Phone, writtenOn: "2026-03-02").ToldNow);

    [Fact]
    public void Receive_WithoutDates_TakesToday()
    {
        Complaint web = new ComplaintLife("2026-03-02 23:59").Receive().Complaint;
        Complaint phone = new ComplaintLife().Receive(Channel.Phone).Complaint;
        Assert.Equal((Day("2026-03-02"), Day("2026-03-02"), Day("2026-03-02")), (web.SentOn, web.ReceivedOn, web.WrittenOn));
        Assert.Equal((Day("2026-03-02"), Paris("2026-03-02 23:59")), (web.EnteredOn, web.EnteredAt));
        Assert.Null(phone.WrittenOn);
        Assert.Null(phone.Dates.MediatorUntil);
        Assert.True(phone.IsOral);
        Assert.Equal((1, 1, Status.Received, Address("anne")), (web.Version, web.Level, web.Status, web.LevelOneHandler));
    }

    [Fact]
    public void Receive_OfALetter_IsWrittenOnTheDayItWasSent()
    {
        Complaint letter = new ComplaintLife().Receive(Channel.Letter, sentOn: "2026-02-26", receivedOn: "2026-02-28").Complaint;
        Assert.Equal(Day("2026-02-26"), letter.WrittenOn);
        Assert.Equal(Day("2026-04-28"), letter.Dates.RespondBy);
        Assert.Equal(Day("2026-04-27"), letter.Dates.MediatorFrom);
        Assert.Equal(Day("2027-02-26"), letter.Dates.MediatorUntil);
    }

    [Theory]
    [InlineData("2026-03-03", null, null, "in-future", "receivedOn")]
    [InlineData(null, "2026-03-03", null, "in-future", "sentOn")]
    [InlineData(null, null, "2026-03-03", "in-future", "writtenOn")]
    [InlineData("2026-02-27", "2026-02-28", null, "too-early", "receivedOn")]
    public void Receive_WithImpossibleDates_IsRefused(string? receivedOn, string? sentOn, string? writtenOn, string code, string field)
    {
        Refusal refusal = Refused(new ComplaintLife(), receivedOn, sentOn, writtenOn, null);
        Assert.Equal((code, field, RefusalKind.Invalid), (refusal.Code, refusal.Field, refusal.Kind));
    }

    [Fact]
    public void Receive_UnderAnUnknownProcedure_NamesTheKnownOnes()
    {
        Refusal refusal = Refused(new ComplaintLife(), null, null, null, "assurance");
        Assert.Equal("procedure", refusal.Field);
        Assert.Contains("insurance, payment-services", refusal.Reason.Fr, StringComparison.Ordinal);
        Assert.Contains("insurance, payment-services", refusal.Reason.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Receive_WithoutAProcedure_TakesTheFirst()
    {
        Assert.Equal("insurance", new ComplaintLife().Receive().Complaint.Terms.Regime);
        Assert.Equal("payment-services", new ComplaintLife().Receive(regime: "payment-services").Complaint.Terms.Regime);
    }

    private static Refusal Refused(ComplaintLife life, string? receivedOn, string? sentOn, string? writtenOn, string? regime) =>
        Assert.IsType<Decision.Refused>(life.Decide(new Receive(
            Actor.Client, life.Now, Channel.Web, Language.French, new() { Name = "Camille Martin" }, null, "Sujet", "Texte", null, null,
            sentOn is null ? null : Day(sentOn),
            receivedOn is null ? null : Day(receivedOn),
            writtenOn is null ? null : Day(writtenOn),
            regime))).Refusal;
}
