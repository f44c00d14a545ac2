using ComplaintFlow.Domain.Complaints;
using static ComplaintFlow.Domain.Tests.Complaints.TestFirm;

namespace ComplaintFlow.Domain.Tests.Complaints;

/// <summary>What was entered wrongly is corrected, and the dates follow.</summary>
public sealed class CorrectionTests
{
    [Fact]
    public void Correct_TheDayOfReceipt_ComputesTheDatesAnew()
    {
        ComplaintLife life = new ComplaintLife("2026-03-10 09:00").Receive(Channel.Letter);
        Correct(life, sentOn: "2026-03-02", receivedOn: "2026-03-04");
        Assert.Equal((Day("2026-05-04"), Day("2026-05-03"), Day("2027-03-02")),
            (life.Complaint.Dates.RespondBy, life.Complaint.Dates.MediatorFrom, life.Complaint.Dates.MediatorUntil));
    }

    [Theory]
    [InlineData(Channel.Web, null, "2026-02-20")]
    [InlineData(Channel.Email, null, "2026-02-20")]
    [InlineData(Channel.Letter, null, "2026-02-20")]
    [InlineData(Channel.Letter, "2026-02-28", "2026-02-28")] // entered as another day: stays
    [InlineData(Channel.Phone, "2026-03-02", "2026-03-02")] // written down on the day of the call
    [InlineData(Channel.Phone, null, null)]
    public void Correct_TheDayOfSending_MovesTheDayOfWritingWhereTheyAreOne(Channel channel, string? written, string? then)
    {
        ComplaintLife life = new ComplaintLife().Receive(channel, writtenOn: written);
        Correct(life, sentOn: "2026-02-20");
        Assert.Equal(then, life.Complaint.WrittenOn?.ToString("yyyy-MM-dd"));
        Correct(life, receivedOn: "2026-03-01");
        Assert.Equal(then, life.Complaint.WrittenOn?.ToString("yyyy-MM-dd"));
    }

    [Fact]
    public void Correct_WithImpossibleDates_IsRefused()
    {
        ComplaintLife life = new ComplaintLife().Receive();
        Assert.Equal("in-future sentOn", life.Try(new Correct(Anne, life.Now, null, null, null, Day("2026-03-03"), null, null)));
        Assert.Equal("too-early receivedOn", life.Try(new Correct(Anne, life.Now, null, null, null, null, Day("2026-03-01"), null)));
    }

    [Fact]
    public void Correct_ThePerson_KeepsThePrivatePartAndTheKind()
    {
        ComplaintLife life = new ComplaintLife().Receive();
        Complainant person = new() { Name = "C. Martin SARL", Email = TestFirm.ClientEmail, Kind = ComplainantKind.Professional };
        life.Do(new Correct(Anne, life.Now, person, "POL-78", "auto", null, null, null));
        Assert.Equal((ComplainantKind.Professional, "auto"), (life.Complaint.Kind, life.Complaint.Product));
        Assert.Equal((person, "POL-78"), (Dossier.Of(life.Journal).Complainant, Dossier.Of(life.Journal).Contract));
        Assert.Equal("done", life.Try(new Correct(Anne, life.Now, person, "POL-78", "auto", null, null, null)));
        Assert.Equal("done", life.Try(new Correct(Anne, life.Now, person, null, null, null, null, null)));
        Assert.Equal("Corrected", life.Try(new Correct(Anne, life.Now, null, "POL-79", null, null, null, null)));
        Assert.Equal("Corrected", life.Try(new Correct(Anne, life.Now, person with { Phone = "01" }, null, null, null, null, null)));
        Assert.Equal("Corrected", life.Try(new Correct(Anne, life.Now, null, null, "moto", null, null, null)));
        Assert.Null(life.Journal[^1].Private);
    }

    [Fact]
    public void Correct_ByAddingAnAddress_AcknowledgesOnce()
    {
        ComplaintLife life = new ComplaintLife().Receive(Channel.Letter, email: null).SleepUntil("2026-03-04 10:00");
        life.Do(new Correct(Anne, life.Now, new() { Name = "Camille Martin", Email = TestFirm.ClientEmail }, null, null, null, null, null));
        Assert.Equal(["acknowledgement client"], life.ToldNow);
        life.SleepUntil("2026-03-05 10:00").Do(new Correct(Anne, life.Now, new() { Name = "C. Martin", Email = "autre@example.fr" }, null, null, null, null, null));
        Assert.Empty(life.ToldNow);
    }

    [Fact]
    public void Correct_ByAddingAnAddressToAnOralOne_InvitesToWriteToo()
    {
        ComplaintLife life = new ComplaintLife().Receive(Channel.Phone, email: null).SleepUntil("2026-03-04 10:00");
        life.Do(new Correct(Anne, life.Now, new() { Name = "Camille Martin", Email = TestFirm.ClientEmail }, null, null, null, null, null));
        Assert.Equal(["acknowledgement client", "invitation-to-write client"], life.ToldNow);
    }

    [Fact]
    public void Correct_ByAddingAnAddressOnceAcknowledged_AcknowledgesNoMore()
    {
        ComplaintLife life = new ComplaintLife().Receive(Channel.Letter, email: null);
        life.Do(new Acknowledge(Anne, life.Now, AnswerChannel.Phone, null)).SleepUntil("2026-03-04 10:00");
        life.Do(new Correct(Anne, life.Now, new() { Name = "Camille Martin", Email = TestFirm.ClientEmail }, null, null, null, null, null));
        Assert.Empty(life.ToldNow);
        Assert.True(life.Complaint.ClientHasEmail);
    }

    [Fact]
    public void Correct_ThePersonOfARepresentative_KeepsTheAddressOfTheRepresentative()
    {
        ComplaintLife life = new ComplaintLife().Receive(email: null, representative: new() { Name = "Me Roux", Email = "roux@avocat.example", Capacity = "avocat" });
        life.Do(new Correct(Anne, life.Now, new() { Name = "C. Martin" }, null, null, null, null, null));
        Assert.True(life.Complaint.ClientHasEmail);
    }

    [Fact]
    public void Correct_ThatMakesAnExtensionMoot_DropsIt()
    {
        ComplaintLife life = new ComplaintLife("2026-03-10 09:00").Receive(sentOn: "2026-03-01", receivedOn: "2026-03-01");
        life.Do(new Extend(Anne, life.Now, "Expertise", Day("2026-05-05")));
        Correct(life, receivedOn: "2026-03-04");
        Assert.Equal(Day("2026-05-05"), life.Complaint.RespondByExtended);
        Correct(life, receivedOn: "2026-03-05");
        Assert.Equal((null, Day("2026-05-05")), (life.Complaint.ExtendedTo, life.Complaint.RespondByExtended));
    }

    [Fact]
    public void ChangeProcedure_ComputesTheDatesFromTheSameStart()
    {
        ComplaintLife life = new ComplaintLife().Receive().SleepUntil("2026-03-10 10:00");
        Assert.Equal("unknown-procedure procedure", life.Try(new ChangeProcedure(Manon, life.Now, "paiement", "Carte")));
        life.Do(new ChangeProcedure(Manon, life.Now, "payment-services", "Carte"));
        Assert.Equal(("payment-services", Day("2026-03-02"), Day("2026-03-19")),
            (life.Complaint.Terms.Regime, life.Complaint.Dates.ClockStartedOn, life.Complaint.Dates.RespondBy));
        Assert.Equal("Carte", life.Journal[^1].Private?.Text);
        Assert.Equal(["insurance", "payment-services"],
            life.Journal.Select(line => (line.Fact as ComplaintReceived)?.Terms.Regime ?? (line.Fact as ProcedureChanged)?.Terms.Regime).OfType<string>());
    }

    [Fact]
    public void ChangeProcedure_KeepsAnExtensionThatTheNewRegimeAllows()
    {
        ComplaintLife life = new ComplaintLife().Receive(regime: "payment-services");
        life.Do(new Extend(Anne, life.Now, "Enquête", Day("2026-04-13")));
        life.Do(new ChangeProcedure(Manon, life.Now, "insurance", "Erreur"));
        Assert.Equal(Day("2026-05-02"), life.Complaint.RespondByExtended);

        // 35 working days at most for a payment: an extension beyond them is not one of that regime.
        life.Do(new Extend(Anne, life.Now, "Enquête", Day("2026-06-01"))).Do(new ChangeProcedure(Manon, life.Now, "payment-services", "Carte"));
        Assert.Equal(Day("2026-03-19"), life.Complaint.RespondByExtended);
        Assert.Equal(
            (Day("2026-05-02"), (DateOnly?)Day("2026-06-01")),
            (((ProcedureChanged)life.Journal[^1].Fact).FormerDates!.RespondBy, ((ProcedureChanged)life.Journal[^1].Fact).FormerExtendedTo));
    }

    [Fact]
    public void ChangeProcedure_AtLevelTwo_ComputesItsTermAnewUnlessItWasExtended()
    {
        ComplaintLife life = new ComplaintLife().Receive().AnswerByEmail().Escalate();
        life.Do(new ChangeProcedure(Manon, life.Now, "payment-services", "Carte"));
        Assert.Equal(Day("2026-04-02"), life.Complaint.Level2By);
        life.Do(new Extend(Manon, life.Now, "Enquête", Day("2026-04-20"))).Do(new ChangeProcedure(Manon, life.Now, "insurance", "Erreur"));
        Assert.Equal(Day("2026-04-20"), life.Complaint.Level2By);
    }

    private static void Correct(ComplaintLife life, string? sentOn = null, string? receivedOn = null) => life.Do(new Correct(
        Anne, life.Now, null, null, null, sentOn is null ? null : Day(sentOn), receivedOn is null ? null : Day(receivedOn), null));
}
