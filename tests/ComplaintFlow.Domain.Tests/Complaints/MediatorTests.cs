using ComplaintFlow.Domain.Complaints;
using static ComplaintFlow.Domain.Tests.Complaints.TestFirm;

namespace ComplaintFlow.Domain.Tests.Complaints;

/// <summary>Promise 7: the mediator, without an answer in two months or when still dissatisfied after level 2; not after a court action.</summary>
public sealed class MediatorTests
{
    [Fact]
    public void Opening_WithoutAnAnswer_HoldsFromTheDayAfterTwoMonths()
    {
        ComplaintLife life = new ComplaintLife().Receive();
        Assert.Null(life.Complaint.OpeningOn(Day("2026-05-02")));
        Assert.Equal(new MediatorOpening(Day("2026-05-03"), MediatorGround.NoAnswer), life.Complaint.OpeningOn(Day("2026-05-03")));
        Assert.Equal(new MediatorOpening(Day("2026-05-03"), MediatorGround.NoAnswer), life.Complaint.OpeningOn(Day("2027-01-03")));
    }

    [Fact]
    public void Opening_AfterALateAnswer_StaysForWantOfOneInTime()
    {
        ComplaintLife life = new ComplaintLife().Receive().Deliver().SleepUntil("2026-05-03 10:00").AnswerByEmail();
        Assert.Equal(MediatorGround.NoAnswer, life.Complaint.OpeningOn(life.Today)?.Ground);
    }

    [Fact]
    public void Opening_AfterAnAnswerInTime_DoesNotHold()
    {
        ComplaintLife life = new ComplaintLife().Receive().Deliver().SleepUntil("2026-05-02 10:00").AnswerByEmail();
        Assert.Null(life.Complaint.OpeningOn(Day("2026-12-01")));
    }

    [Fact]
    public void Opening_AfterTheLevelTwoAnswer_IsForDissatisfactionFromItsDay()
    {
        ComplaintLife life = new ComplaintLife().Receive().Deliver().AnswerByEmail().Escalate().SleepUntil("2026-04-01 10:00").AnswerAtLevelTwo();
        Assert.Null(life.Complaint.OpeningOn(Day("2026-03-31")));
        Assert.Equal(new MediatorOpening(Day("2026-04-01"), MediatorGround.Dissatisfied), life.Complaint.OpeningOn(Day("2026-04-01")));
    }

    [Fact]
    public void Opening_OfALevelTwoStillWaitingAtTwoMonths_IsForWantOfAnAnswer()
    {
        ComplaintLife life = new ComplaintLife().Receive().Deliver().AnswerByEmail().SleepUntil("2026-05-02 10:00").Escalate();
        Assert.Null(life.Complaint.OpeningOn(Day("2026-05-02")));
        Assert.Equal(new MediatorOpening(Day("2026-05-03"), MediatorGround.NoAnswer), life.Complaint.OpeningOn(Day("2026-05-03")));
        life.SleepUntil("2026-05-03 10:00").AnswerAtLevelTwo();
        Assert.Equal(new MediatorOpening(Day("2026-05-03"), MediatorGround.NoAnswer), life.Complaint.OpeningOn(Day("2026-05-04")));
    }

    [Fact]
    public void Opening_OfALaterLevelTwo_FollowsItsOwnTerm()
    {
        ComplaintLife life = new ComplaintLife().Receive().Deliver().AnswerByEmail().SleepUntil("2026-05-03 10:00").Escalate();
        Assert.Null(life.Complaint.OpeningOn(Day("2026-07-03")));
        Assert.Equal(new MediatorOpening(Day("2026-07-04"), MediatorGround.NoAnswer), life.Complaint.OpeningOn(Day("2026-07-04")));
        life.SleepUntil("2026-07-03 10:00").AnswerAtLevelTwo();
        Assert.Equal(new MediatorOpening(Day("2026-07-03"), MediatorGround.Dissatisfied), life.Complaint.OpeningOn(Day("2026-07-10")));
    }

    [Fact]
    public void Opening_WhenBothGroundsHold_IsTheEarlier()
    {
        ComplaintLife life = new ComplaintLife().Receive().Deliver().AnswerByEmail().SleepUntil("2026-05-03 10:00").Escalate()
            .SleepUntil("2026-07-20 10:00").AnswerAtLevelTwo();
        Assert.Equal(new MediatorOpening(Day("2026-07-04"), MediatorGround.NoAnswer), life.Complaint.OpeningOn(Day("2026-08-01")));
    }

    [Fact]
    public void CourtAction_ClosesTheRoad()
    {
        ComplaintLife life = new ComplaintLife().Receive().Deliver().SleepUntil("2026-05-02 10:00");
        life.Do(new RecordCourtAction(Actor.Client, life.Now, life.Today));
        Assert.Equal(Day("2026-05-02"), life.Complaint.CourtActionOn);
        Assert.Null(life.Complaint.OpeningOn(Day("2026-06-01")));
        life.AdvanceTo("2026-06-01 10:00");
        Assert.Empty(life.Told(MailKind.MediatorInformation));
        Assert.Equal("court-action", life.Try(new Refer(Actor.Client, life.Now, life.Today, null)));
    }

    [Fact]
    public void Notice_GoesToTheClientOnce_FromTheEarlierOfSendingAndReceipt()
    {
        ComplaintLife life = new ComplaintLife().Receive(sentOn: "2026-02-27").Deliver().AdvanceTo("2026-04-27 23:59");
        Assert.Empty(life.Told(MailKind.MediatorInformation));
        life.AdvanceTo("2026-09-01 10:00");
        Assert.Equal(["2026-04-28 00:00 client"], life.Told(MailKind.MediatorInformation));
    }

    [Fact]
    public void Notice_ForAClientWithoutAddress_AsksTheHandlerForALetter() => Assert.Equal(
        ["2026-05-03 00:00 anne"],
        new ComplaintLife().Receive(Channel.Letter, email: null).AdvanceTo("2026-06-01 10:00").Told(MailKind.MediatorInformation));

    [Theory]
    [InlineData("2026-05-02", "too-early on")]
    [InlineData("2026-05-03", "Referred")]
    [InlineData("2026-05-06", "in-future on")]
    public void Refer_OnceOpen_TakesADaySinceThen(string on, string outcome)
    {
        ComplaintLife life = new ComplaintLife().Receive().Deliver().AdvanceTo("2026-05-05 10:00");
        Assert.Equal(outcome, life.Try(new Refer(Actor.Client, life.Now, Day(on), "M-42")));
    }

    [Theory]
    [InlineData("2027-03-02", "Referred")]
    [InlineData("2027-03-03", "mediator-too-late")]
    public void Refer_AfterTheYear_IsRefused(string on, string outcome)
    {
        ComplaintLife life = new ComplaintLife().Receive().Deliver().SleepUntil("2027-04-01 10:00");
        Assert.Equal(outcome, life.Try(new Refer(Anne, life.Now, Day(on), null)));
        Assert.Equal(Day("2027-03-02"), life.Complaint.Dates.MediatorUntil);
    }

    [Fact]
    public void Refer_ByTheClient_TellsTheHandlerAndEndsTheReminders()
    {
        ComplaintLife life = new ComplaintLife().Receive().Deliver().AdvanceTo("2026-05-05 10:00");
        life.Do(new Refer(Actor.Client, life.Now, life.Today, "M-42"));
        Assert.Equal(["client-message anne"], life.ToldNow);
        Assert.Equal((3, Status.InMediation, Day("2026-05-05")), (life.Complaint.Level, life.Complaint.Status, life.Complaint.ReferredOn));
        Assert.Equal("M-42", life.Journal[^1].Private?.MediatorReference);
        Assert.Null(life.NextWakeUp);
        Assert.Equal("not-now", life.Try(new Escalate(Actor.Client, life.Now, null)));
    }

    [Fact]
    public void Refer_BeforeTheNoticeAndWithoutANumber_SendsNoNotice()
    {
        ComplaintLife life = new ComplaintLife().Receive().Deliver().AnswerByEmail().Escalate().AnswerAtLevelTwo();
        life.Do(new Refer(Manon, life.Now, life.Today, null)).AdvanceTo("2026-09-01 10:00");
        Assert.Empty(life.Told(MailKind.MediatorInformation));
        Assert.Empty(life.Told(MailKind.ClientMessage));
        Assert.Null(Assert.Single(life.Journal, line => line.Fact is Referred).Private);
    }

    [Fact]
    public void Refer_OfAClosedComplaint_OpensItInMediation()
    {
        ComplaintLife life = new ComplaintLife().Receive().Deliver().AnswerByEmail().Escalate().AnswerAtLevelTwo().Close();
        life.Do(new Refer(Actor.Client, life.Now, life.Today, null));
        Assert.Equal((Status.InMediation, null, null), (life.Complaint.Status, life.Complaint.Closure, life.Complaint.ClosedOn));
    }

    [Fact]
    public void Outcome_OfTheMediator_ClosesAndTellsTheClient()
    {
        ComplaintLife life = Acts.LifeIn(Status.InMediation).SleepUntil("2026-03-20 10:00");
        Assert.Equal("in-future on", life.Try(new RecordMediatorOutcome(Manon, life.Now, MediationOutcome.Rejected, Day("2026-03-21"))));
        Assert.Equal("too-early on", life.Try(new RecordMediatorOutcome(Manon, life.Now, MediationOutcome.Rejected, Day("2026-03-01"))));
        life.Do(new RecordMediatorOutcome(Manon, life.Now, MediationOutcome.Rejected, Day("2026-03-19")));
        Assert.Equal(["closed client"], life.ToldNow);
        Assert.Equal((Closure.Mediation, Day("2026-03-19")), (life.Complaint.Closure, life.Complaint.ClosedOn));
        Assert.Equal("done", life.Try(new Refer(Actor.Client, life.Now, life.Today, null)));
        life.Do(new Reopen(Manon, life.Now, "Avis rectifié"));
        Assert.Equal(Status.InMediation, life.Complaint.Status);
    }
}
