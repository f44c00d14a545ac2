using ComplaintFlow.Domain.Complaints;
using ComplaintFlow.Domain.Procedure;
using static ComplaintFlow.Domain.Tests.Complaints.TestFirm;

namespace ComplaintFlow.Domain.Tests.Complaints;

/// <summary>An answer by letter counts from the day on which it left.</summary>
public sealed class LetterTests
{
    private static ComplaintLife Approved => new ComplaintLife().Receive(Channel.Letter, email: null)
        .SleepUntil("2026-03-10 10:00").Submit(Anne, AnswerChannel.Letter).Approve(Manon).SleepUntil("2026-03-12 10:00");

    [Fact]
    public void Letter_Approved_WaitsForTheDayItLeaves()
    {
        ComplaintLife life = Approved;
        Assert.Equal((Status.AwaitingApproval, DraftState.Approved, Day("2026-03-10")),
            (life.Complaint.Status, life.Complaint.Draft!.State, life.Complaint.Draft.ApprovedOn));
        Assert.Equal("done", life.Try(new Approve(Manon, life.Now, 1, null, life.Answer())));
        Assert.Equal("done", life.Try(new Submit(Anne, life.Now, life.Answer())));
        Assert.Equal("nothing-to-approve", life.Try(new Return(Manon, life.Now, null, "Trop tard.")));
        Assert.Empty(life.Told(MailKind.Answer));
    }

    [Theory]
    [InlineData("2026-03-09", "too-early on")]
    [InlineData("2026-03-10", "AnswerReleased")]
    [InlineData("2026-03-12", "AnswerReleased")]
    [InlineData("2026-03-13", "in-future on")]
    public void RecordSent_OfAnApprovedLetter_TakesADayFromApprovalToToday(string on, string outcome)
    {
        ComplaintLife life = Approved;
        Assert.Equal(outcome, life.Try(new RecordSent(Denis, life.Now, Day(on))));
    }

    [Fact]
    public void RecordSent_AnswersOnThatDay_AndSilenceRunsFromIt()
    {
        ComplaintLife life = Approved;
        life.Do(new RecordSent(Anne, life.Now, Day("2026-03-11")));
        Assert.Equal((Status.Answered, Day("2026-03-11")), (life.Complaint.Status, life.Complaint.SilentSince));
        Assert.Equal(new ReleasedAnswer(1, AnswerChannel.Letter, Day("2026-03-11"), 1), Assert.Single(life.Complaint.Answers));
        Assert.Equal("done", life.Try(new RecordSent(Anne, life.Now, Day("2026-03-11"))));
        Assert.DoesNotContain(life.Mails, mail => mail.To.IsClient);
        Assert.Equal("nothing-to-send", life.Draft(Anne, AnswerChannel.Letter, "Encore.").Try(new RecordSent(Anne, life.Now, life.Today)));
    }

    [Fact]
    public void Letter_NotYetSent_IsStillOwed()
    {
        ComplaintLife life = Approved.AdvanceTo("2026-05-03 00:00");
        Assert.Equal(["2026-03-14 00:00 manon", "2026-05-03 00:00 manon"], life.Told(MailKind.DeadlineMissed));
    }

    [Fact]
    public void Draft_ByEmailToAClientWithoutAddress_IsRefused()
    {
        ComplaintLife life = new ComplaintLife().Receive(Channel.Letter, email: null);
        Assert.Equal("no-email-address", life.Try(new Draft(Anne, life.Now, "Oui.", AnswerChannel.Email)));
    }

    [Fact]
    public void Answer_ByEmailToAClientWhoLostTheAddress_IsRefusedAtEveryStep()
    {
        ComplaintLife life = new ComplaintLife().Receive().Draft(Anne);
        Complainant without = new() { Name = "Camille Martin" };
        life.Do(new Correct(Anne, life.Now, without, null, null, null, null, null));
        Assert.Equal("no-email-address", life.Try(new Submit(Anne, life.Now, life.Answer())));
        life = new ComplaintLife().Receive().Submit(Anne);
        life.Do(new Correct(Anne, life.Now, without, null, null, null, null, null));
        Assert.Equal("no-email-address", life.Try(new Approve(Manon, life.Now, null, null, life.Answer())));
    }

    [Fact]
    public void Letter_WhereNoApprovalIsAsked_WaitsToo()
    {
        ComplaintLife life = new() { Procedure = ProcedureOf(Insurance with { LevelOneApproval = new(ApproverRole.None, "Seul") }) };
        life.Receive().Draft(Anne, AnswerChannel.Letter);
        Assert.Equal("Approved", life.Try(new Submit(Anne, life.Now, life.Answer())));
        Assert.Equal("AnswerReleased", life.Try(new RecordSent(Anne, life.Now, life.Today)));
    }
}
