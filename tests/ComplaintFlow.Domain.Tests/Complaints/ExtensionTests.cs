using ComplaintFlow.Domain.Complaints;
using static ComplaintFlow.Domain.Tests.Complaints.TestFirm;

namespace ComplaintFlow.Domain.Tests.Complaints;

/// <summary>Special circumstances: a later date, told to the client before the first one passes.</summary>
public sealed class ExtensionTests
{
    [Fact]
    public void Extend_BeforeTheDate_TellsTheClientOnceAndMovesTheMiss()
    {
        ComplaintLife life = new ComplaintLife().Receive().Deliver().AdvanceTo("2026-05-02 23:59");
        life.Do(new Extend(Anne, life.Now, "Expertise en cours", Day("2026-06-01")));
        Assert.Equal(["extension client"], life.ToldNow);
        Assert.Equal((Day("2026-05-02"), Day("2026-06-01"), Day("2026-06-01")),
            (life.Complaint.Dates.RespondBy, life.Complaint.ExtendedTo, life.Complaint.RespondByExtended));
        Assert.Equal("done", life.Try(new Extend(Anne, life.Now, "Expertise en cours", Day("2026-06-01"))));
        life.AdvanceTo("2026-06-10 12:00");
        Assert.Equal(["2026-06-02 00:00 manon"], life.Told(MailKind.DeadlineMissed));
        Assert.Equal(["2026-05-03 00:00 client"], life.Told(MailKind.MediatorInformation));
        Assert.Equal(["2026-06-01 08:00 anne", "2026-06-01 08:00 manon", "2026-06-08 08:00 anne", "2026-06-08 08:00 manon"],
            life.Told(MailKind.ResponseReminder).TakeLast(4));
    }

    [Fact]
    public void Extend_AfterTheDate_IsRefused()
    {
        ComplaintLife life = new ComplaintLife().Receive().Deliver().AdvanceTo("2026-05-03 00:00");
        Assert.Equal("too-late-to-extend", life.Try(new Extend(Anne, life.Now, "Expertise", Day("2026-06-01"))));
    }

    [Theory]
    [InlineData("2026-05-01", "not-after until")]
    [InlineData("2026-05-02", "not-after until")]
    [InlineData("2026-05-03", "Extended")]
    public void Extend_ToADateNotLater_IsRefused(string until, string outcome)
    {
        ComplaintLife life = new ComplaintLife().Receive();
        Assert.Equal(outcome, life.Try(new Extend(Anne, life.Now, "Expertise", Day(until))));
    }

    [Fact]
    public void Extend_ASecondTime_IsMeasuredFromTheFirst()
    {
        ComplaintLife life = new ComplaintLife().Receive();
        life.Do(new Extend(Anne, life.Now, "Expertise", Day("2026-06-01")));
        Assert.Equal("not-after until", life.Try(new Extend(Anne, life.Now, "Expertise", Day("2026-05-20"))));
        life.SleepUntil("2026-05-20 10:00");
        Assert.Equal("Extended", life.Try(new Extend(Anne, life.Now, "Contre-expertise", Day("2026-07-01"))));
        Assert.Equal("Contre-expertise", life.Journal[^1].Private?.Text);
    }

    [Theory]
    [InlineData("2026-04-13", "Extended")]
    [InlineData("2026-04-14", "too-long until")]
    public void Extend_OfPaymentServices_HasItsLongest(string until, string outcome)
    {
        // 35 jours ouvrables after 2 March, Easter Monday skipped.
        ComplaintLife life = new ComplaintLife().Receive(regime: "payment-services");
        Assert.Equal(outcome, life.Try(new Extend(Anne, life.Now, "Enquête", Day(until))));
    }

    [Fact]
    public void Extend_AtLevelTwo_MovesItsOwnDateOnly()
    {
        ComplaintLife life = new ComplaintLife().Receive(regime: "payment-services").Deliver().AnswerByEmail().SleepUntil("2026-03-10 10:00").Escalate();
        Assert.Equal(Day("2026-04-10"), life.Complaint.Level2By);
        life.AdvanceTo("2026-04-10 12:00");
        Assert.Equal("not-after until", life.Try(new Extend(Manon, life.Now, "Enquête", Day("2026-04-10"))));
        Assert.Equal("Extended", life.Try(new Extend(Manon, life.Now, "Enquête", Day("2026-07-10"))));
        Assert.Equal((Day("2026-07-10"), null), (life.Complaint.Level2By, life.Complaint.ExtendedTo));
        Assert.Equal("done", life.Try(new Extend(Manon, life.Now, "Enquête", Day("2026-07-10"))));
        life.AdvanceTo("2026-07-11 00:00");
        Assert.Equal(["2026-07-11 00:00 manon"], life.Told(MailKind.DeadlineMissed));
        Assert.Equal("too-late-to-extend", life.Try(new Extend(Manon, life.Now, "Enquête", Day("2026-08-10"))));
    }
}
