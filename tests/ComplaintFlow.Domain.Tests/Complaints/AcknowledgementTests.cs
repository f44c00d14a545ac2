using ComplaintFlow.Domain.Complaints;
using static ComplaintFlow.Domain.Tests.Complaints.TestFirm;

namespace ComplaintFlow.Domain.Tests.Complaints;

/// <summary>Promise 2: acknowledged within ten working days of receipt, unless answered by then.</summary>
public sealed class AcknowledgementTests
{
    [Fact]
    public void Acknowledgement_OnceItsMailHasLeft_IsDoneAndCountsFromThen()
    {
        ComplaintLife life = new ComplaintLife().Receive().SleepUntil("2026-03-02 09:05").Deliver();
        Assert.Equal(Status.Acknowledged, life.Complaint.Status);
        Assert.Equal((Day("2026-03-02"), Paris("2026-03-02 09:05")), (life.Complaint.AcknowledgedOn, life.Complaint.AcknowledgedAt));
        Assert.Single(life.Facts<Acknowledged>(), new Acknowledged(AnswerChannel.Email, Day("2026-03-02")));
    }

    [Fact]
    public void Acknowledgement_AnotherMailLeaving_IsNoAcknowledgement()
    {
        ComplaintLife life = new ComplaintLife().Receive();
        life.Do(new RecordMailSent(life.Now, default, MailKind.Assignment, Recipient.Staff(Address("anne"))));
        Assert.Equal(Status.Received, life.Complaint.Status);
    }

    [Fact]
    public void Acknowledgement_SentAgainLater_KeepsItsFirstDate()
    {
        ComplaintLife life = new ComplaintLife().Receive().Deliver().SleepUntil("2026-03-05 10:00");
        Assert.Equal("MailSent", life.Try(new RecordMailSent(life.Now, default, MailKind.Acknowledgement, Recipient.Client)));
        Assert.Equal(Day("2026-03-02"), life.Complaint.AcknowledgedOn);
    }

    [Fact]
    public void Reminders_UntilAcknowledged_ComeAfter5And8DaysOnTheLastAndThenWeekly()
    {
        ComplaintLife life = new ComplaintLife().Receive(Channel.Letter, email: null).AdvanceTo("2026-03-30 12:00");
        Assert.Equal(
            [
                "2026-03-07 08:00 anne",
                "2026-03-11 08:00 anne",
                "2026-03-13 08:00 anne", "2026-03-13 08:00 manon",
                "2026-03-20 08:00 anne", "2026-03-20 08:00 manon",
                "2026-03-27 08:00 anne", "2026-03-27 08:00 manon",
            ],
            life.Told(MailKind.AcknowledgementReminder));
    }

    [Fact]
    public void Reminders_OnceAcknowledged_Stop()
    {
        ComplaintLife life = new ComplaintLife().Receive(Channel.Letter, email: null).AdvanceTo("2026-03-11 09:00");
        life.Do(new Acknowledge(Anne, life.Now, AnswerChannel.Phone, null)).AdvanceTo("2026-03-30 12:00");
        Assert.Equal(2, life.Told(MailKind.AcknowledgementReminder).Count);
        Assert.Empty(life.Told(MailKind.DeadlineMissed));
    }

    [Fact]
    public void Miss_AtMidnightInParisAfterTheTenthDay_IsToldTheManagerOnce()
    {
        ComplaintLife life = new ComplaintLife().Receive(Channel.Letter, email: null).AdvanceTo("2026-03-13 23:59");
        Assert.Empty(life.Told(MailKind.DeadlineMissed));
        life.AdvanceTo("2026-04-15 12:00");
        Assert.Equal(["2026-03-14 00:00 manon"], life.Told(MailKind.DeadlineMissed));
        Assert.Equal(new DeadlineMissed(DeadlineKind.Acknowledgement, Day("2026-03-13")), Assert.Single(life.Complaint.Misses));
    }

    [Fact]
    public void Miss_WhenAnsweredWithinTheTenDays_NeverHappens()
    {
        ComplaintLife life = new ComplaintLife().Receive().AdvanceTo("2026-03-13 23:58").AnswerByEmail().AdvanceTo("2026-04-15 12:00");
        Assert.Null(life.Complaint.AcknowledgedOn);
        Assert.Empty(life.Told(MailKind.DeadlineMissed));
        Assert.Equal("nothing-to-acknowledge", life.Try(new Acknowledge(Anne, life.Now, AnswerChannel.Phone, null)));
    }

    [Fact]
    public void Acknowledge_ByLetter_WaitsForTheDayItLeaves()
    {
        ComplaintLife life = new ComplaintLife("2026-03-04 09:00").Receive(Channel.Letter, email: null, receivedOn: "2026-03-02");
        Assert.Equal("AcknowledgementPrepared", life.Try(new Acknowledge(Anne, life.Now, AnswerChannel.Letter, null)));
        Assert.Equal("done", life.Try(new Acknowledge(Anne, life.Now, AnswerChannel.Letter, null)));
        Assert.Equal((Status.Received, true), (life.Complaint.Status, life.Complaint.AcknowledgementLetterPending));
        Assert.Equal("in-future on", life.Try(new RecordSent(Anne, life.Now, Day("2026-03-05"))));
        Assert.Equal("too-early on", life.Try(new RecordSent(Anne, life.Now, Day("2026-03-01"))));
        Assert.Equal("Acknowledged", life.Try(new RecordSent(Anne, life.Now, Day("2026-03-02"))));
        Assert.Equal("done", life.Try(new RecordSent(Anne, life.Now, Day("2026-03-02"))));
        Assert.Equal("nothing-to-send", life.Try(new RecordSent(Anne, life.Now, Day("2026-03-03"))));
        Assert.Equal((Status.Acknowledged, Day("2026-03-02"), false),
            (life.Complaint.Status, life.Complaint.AcknowledgedOn, life.Complaint.AcknowledgementLetterPending));
    }

    [Fact]
    public void Acknowledge_ByTelephoneWhileALetterWaits_Counts()
    {
        ComplaintLife life = new ComplaintLife().Receive(Channel.Letter, email: null);
        life.Do(new Acknowledge(Anne, life.Now, AnswerChannel.Letter, null));
        Assert.Equal("Acknowledged", life.Try(new Acknowledge(Anne, life.Now, AnswerChannel.Phone, null)));
        Assert.False(life.Complaint.AcknowledgementLetterPending);
    }

    [Fact]
    public void Acknowledge_WhileAnAnswerAwaitsApproval_IsNotAskedForAnyMore()
    {
        ComplaintLife life = new ComplaintLife().Receive().Submit(Anne);
        Assert.Equal("nothing-to-acknowledge", life.Try(new Acknowledge(Anne, life.Now, AnswerChannel.Phone, null)));
    }

    [Fact]
    public void Acknowledge_ByALetterThatHasLeft_CountsFromItsDay()
    {
        ComplaintLife life = new ComplaintLife("2026-03-04 09:00").Receive(Channel.Letter, email: null, receivedOn: "2026-03-02");
        Assert.Equal("in-future on", life.Try(new Acknowledge(Anne, life.Now, AnswerChannel.Letter, Day("2026-03-05"))));
        Assert.Equal("too-early on", life.Try(new Acknowledge(Anne, life.Now, AnswerChannel.Letter, Day("2026-03-01"))));
        Assert.Equal("Acknowledged", life.Try(new Acknowledge(Anne, life.Now, AnswerChannel.Letter, Day("2026-03-03"))));
        Assert.Equal(Day("2026-03-03"), life.Complaint.AcknowledgedOn);
    }

    [Fact]
    public void AcknowledgementLetter_LeavingWhileAnAnswerAwaitsApproval_CountsAndKeepsTheStatus()
    {
        ComplaintLife life = new ComplaintLife().Receive(Channel.Letter, email: null);
        life.Do(new Acknowledge(Anne, life.Now, AnswerChannel.Letter, null)).Submit(Anne, AnswerChannel.Letter);
        Assert.Equal("Acknowledged", life.Try(new RecordSent(Anne, life.Now, life.Today)));
        Assert.Equal("done", life.Try(new RecordSent(Anne, life.Now, life.Today)));
        Assert.Equal(Status.AwaitingApproval, life.Complaint.Status);
        life.Do(new Return(Manon, life.Now, null, "À revoir."));
        Assert.Equal(Status.Acknowledged, life.Complaint.Status);
    }
}
