using ComplaintFlow.Domain.Complaints;
using ComplaintFlow.Domain.Directory;
using static ComplaintFlow.Domain.Tests.Complaints.TestFirm;

namespace ComplaintFlow.Domain.Tests.Complaints;

/// <summary>Promise 6: at the client's wish the complaints manager studies the complaint again, and answers in writing.</summary>
public sealed class LevelTwoTests
{
    [Fact]
    public void Escalate_AfterTheAnswer_GoesToTheManagerWithItsOwnDate()
    {
        ComplaintLife life = new ComplaintLife().Receive().Deliver().AnswerByEmail().SleepUntil("2026-03-31 10:00").Escalate();
        Assert.Equal(["level-2-request manon", "progress client"], life.ToldNow);
        Complaint complaint = life.Complaint;
        Assert.Equal((2, Status.Acknowledged, Address("manon"), Address("anne")), (complaint.Level, complaint.Status, complaint.Handler, complaint.LevelOneHandler));
        Assert.Equal((Day("2026-03-31"), Day("2026-05-31"), Day("2026-05-02")), (complaint.Level2RequestedOn, complaint.Level2By, complaint.Dates.RespondBy));
        Assert.Null(complaint.Draft);
        Assert.Equal("Je ne suis pas d’accord.", life.Journal[^1].Private?.Text);
    }

    [Theory]
    [InlineData("2026-05-02 23:59", "too-early-to-escalate")]
    [InlineData("2026-05-03 00:00", "Escalated")]
    public void Escalate_WithoutAnAnswer_OpensOnceTheDateHasPassed(string now, string outcome)
    {
        ComplaintLife life = new ComplaintLife().Receive().Deliver().SleepUntil(now);
        Assert.Equal(outcome, life.Try(new Escalate(Actor.Client, life.Now, null)));
    }

    [Theory]
    [InlineData("2027-03-02 23:59", "Escalated")]
    [InlineData("2027-03-03 00:00", "too-late-to-escalate")]
    public void Escalate_OfAClosedComplaint_IsOpenForAYearAfterItWasWritten(string now, string outcome)
    {
        ComplaintLife life = new ComplaintLife().Receive().Deliver().AnswerByEmail().Close().SleepUntil(now);
        Assert.Equal(outcome, life.Try(new Escalate(Actor.Client, life.Now, null)));
        Assert.Equal(outcome != "Escalated", life.Complaint.Closure is not null);
        Assert.Equal(outcome != "Escalated", life.Complaint.ClosedOn is not null);
    }

    [Fact]
    public void Escalate_OfAMergedComplaint_IsRefused()
    {
        ComplaintLife life = new ComplaintLife().Receive().Do(new Merge(Manon, Paris("2026-03-02 09:00"), "R26-7KQ4-M2ZD"));
        Assert.Equal("closed", life.Try(new Escalate(Actor.Client, life.Now, null)));
        Assert.Equal("closed", life.Try(new Refer(Actor.Client, life.Now, life.Today, null)));
        Assert.Equal("R26-7KQ4-M2ZD", life.Complaint.MergedInto);
    }

    [Fact]
    public void Escalate_OfWhatTheManagerTreated_GoesToTheDirector()
    {
        ComplaintLife life = new ComplaintLife().Receive();
        life.Do(new Assign(Anne, life.Now, Address("manon"), null)).Submit(Manon).Approve(Denis).Escalate();
        Assert.Equal(Address("denis"), life.Complaint.Handler);
        Assert.Equal("same-person-at-level-two", life.Try(new Assign(Manon, life.Now, "MANON@courtier.example", null)));
        Assert.Equal("Assigned", life.Try(new Assign(Manon, life.Now, Address("claire"), null)));
        Assert.Equal(Address("manon"), life.Complaint.LevelOneHandler);
    }

    [Fact]
    public void Escalate_InAFirmOfOne_StaysWithThatPerson()
    {
        ComplaintLife life = new()
        {
            Directory = new() { DefaultHandler = Address("solo"), Staff = [Person("solo", StaffRole.Handler, StaffRole.Manager, StaffRole.Director)] },
        };
        life.Receive().SleepUntil("2026-05-04 10:00").Escalate();
        Assert.Equal(Address("solo"), life.Complaint.Handler);
        Assert.Equal("progress client", life.ToldNow[^1]);
    }

    [Fact]
    public void LevelTwo_Unanswered_RemindsAndIsMissedOnItsOwnDate()
    {
        ComplaintLife life = new ComplaintLife().Receive().Deliver().AnswerByEmail().SleepUntil("2026-03-31 10:00").Escalate().AdvanceTo("2026-06-08 12:00");
        Assert.Equal(
            [
                "2026-04-30 08:00 manon",
                "2026-05-15 08:00 manon",
                "2026-05-23 08:00 manon",
                "2026-05-30 08:00 manon",
                "2026-06-06 08:00 manon",
            ],
            life.Told(MailKind.ResponseReminder));
        Assert.Equal(["2026-06-01 00:00 manon"], life.Told(MailKind.DeadlineMissed));
        life.AdvanceTo("2026-06-14 12:00");
        Assert.Equal(["2026-06-13 08:00 manon", "2026-06-13 08:00 denis"], life.Told(MailKind.ResponseReminder).TakeLast(2));
    }

    [Fact]
    public void LevelTwo_Answered_AsksNothingMore()
    {
        ComplaintLife life = new ComplaintLife().Receive().Deliver().AnswerByEmail().Escalate().AnswerAtLevelTwo();
        Assert.Equal([1, 2], life.Complaint.Answers.Select(answer => answer.Level));
        Assert.Equal("level-two-answered", life.Try(new Escalate(Actor.Client, life.Now, null)));
        life.AdvanceTo("2026-05-01 12:00");
        Assert.Empty(life.Told(MailKind.ResponseReminder));
        Assert.Empty(life.Told(MailKind.DeadlineMissed));
        Assert.Equal("level-two-answered", life.Close().Try(new Escalate(Actor.Client, life.Now, null)));
    }

    [Fact]
    public void LevelTwo_WithdrawnUnanswered_SaysThatItIsClosed()
    {
        ComplaintLife life = new ComplaintLife().Receive().Deliver().AnswerByEmail().Escalate();
        life.Do(new Withdraw(Actor.Client, life.Now, null));
        Assert.Equal("closed", life.Try(new Escalate(Actor.Client, life.Now, null)));
    }
}
