using ComplaintFlow.Domain.Complaints;
using static ComplaintFlow.Domain.Tests.Complaints.TestFirm;

namespace ComplaintFlow.Domain.Tests.Complaints;

/// <summary>Oral complaints, and answers by telephone with their written confirmation.</summary>
public sealed class TelephoneTests
{
    [Fact]
    public void Oral_SatisfiedAtOnce_ClosesWithoutAWrittenAnswer()
    {
        ComplaintLife life = new ComplaintLife().Receive(Channel.Phone);
        Assert.Equal("not-answered", life.Try(new Close(Anne, life.Now, "satisfied")));
        life.Do(new RecordCall(Anne, life.Now, "Expliqué, satisfait.", true, null));
        Assert.Equal((Status.Received, true, null), (life.Complaint.Status, life.Complaint.SatisfiedByCall, life.Complaint.Draft));
        Assert.Equal("Closed", life.Try(new Close(Anne, life.Now, "satisfied")));
        Assert.Equal(Closure.Satisfied, life.Complaint.Closure);
    }

    [Fact]
    public void Oral_NotSatisfied_StaysOpen()
    {
        ComplaintLife life = new ComplaintLife().Receive(Channel.Counter);
        life.Do(new RecordCall(Anne, life.Now, "Pas d’accord.", false, null));
        Assert.Equal("not-answered", life.Try(new Close(Anne, life.Now, "satisfied")));
        Assert.Equal(new DraftAnswer(1, Address("anne"), AnswerChannel.Email, DraftState.Draft), life.Complaint.Draft);
    }

    [Fact]
    public void Written_EvenIfSatisfiedByTelephone_GetsAWrittenAnswerBeforeClosing()
    {
        ComplaintLife life = new ComplaintLife().Receive();
        life.Do(new RecordCall(Anne, life.Now, "Satisfait.", true, null));
        Assert.Equal("not-answered", life.Try(new Close(Anne, life.Now, "satisfied")));
        life.Do(new Submit(Anne, life.Now, null)).Approve(Manon);
        Assert.Equal("Closed", life.Try(new Close(Anne, life.Now, "satisfied")));
    }

    [Fact]
    public void Oral_PutInWritingAfterTheCall_GetsAWrittenAnswerToo()
    {
        ComplaintLife life = new ComplaintLife().Receive(Channel.Phone);
        life.Do(new RecordCall(Anne, life.Now, "Satisfait.", true, null));
        life.Do(new Correct(Anne, life.Now, null, null, null, null, null, Day("2026-03-02")));
        Assert.Equal("not-answered", life.Try(new Close(Anne, life.Now, "satisfied")));
    }

    [Fact]
    public void Call_Unprepared_LeavesAConfirmationToApprove()
    {
        ComplaintLife life = new ComplaintLife().Receive(Channel.Letter, email: null).Deliver().Draft(Anne, AnswerChannel.Letter);
        life.Do(new RecordCall(Anne, life.Now, "Expliqué.", false, null));
        Assert.Equal(new DraftAnswer(2, Address("anne"), AnswerChannel.Letter, DraftState.Draft), life.Complaint.Draft);
        Assert.Equal((2, Status.Received), (life.Complaint.DraftCount, life.Complaint.Status));
        Assert.Equal("Expliqué.", Dossier.Of(life.Journal).DraftTexts[2]);
        Assert.Equal("Submitted", life.Try(new Submit(Anne, life.Now, null)));
        Assert.Equal("not-now", life.Try(new RecordCall(Anne, life.Now, "Autre appel.", false, null)));
    }

    [Fact]
    public void Call_OfAnApprovedAnswer_SendsItsConfirmationAtOnce()
    {
        ComplaintLife life = new ComplaintLife().Receive().Deliver().Submit(Anne, AnswerChannel.Phone).SleepUntil("2026-03-03 10:00").Approve(Manon);
        Assert.Equal((Status.Acknowledged, DraftState.Approved), (life.Complaint.Status, life.Complaint.Draft!.State));
        Assert.Equal("answer-without-mediator", life.Try(new RecordCall(Anne, life.Now, "Dit.", false, life.Answer() with { MediatorWay = null })));
        Assert.Equal("answer-without-text", life.Try(new RecordCall(Anne, life.Now, "Dit.", false, null)));
        Assert.Equal("CallRecorded, AnswerReleased", life.Try(new RecordCall(Anne, life.Now, "Dit.", false, life.Answer())));
        Assert.Equal(["answer client"], life.ToldNow);
        Assert.Equal(new ReleasedAnswer(1, AnswerChannel.Email, Day("2026-03-03"), 1), Assert.Single(life.Complaint.Answers));
        Assert.Equal("Nous vous remboursons.", Dossier.Of(life.Journal).DraftTexts[1]);
        Assert.Equal("done", life.Try(new RecordCall(Anne, life.Now, "Dit.", false, life.Answer())));
        Assert.Equal("already-answered", life.Try(new RecordCall(Anne, life.Now, "Redit.", false, life.Answer())));
    }

    [Fact]
    public void Call_OfAnApprovedAnswerToAClientWithoutAddress_WaitsForItsLetter()
    {
        ComplaintLife life = new ComplaintLife().Receive(Channel.Letter, email: null).Submit(Anne, AnswerChannel.Phone).Approve(Manon);
        life.SleepUntil("2026-03-04 10:00");
        Assert.Equal("CallRecorded", life.Try(new RecordCall(Anne, life.Now, "Dit.", false, life.Answer())));
        Assert.Equal((DraftState.Approved, Day("2026-03-02"), AnswerChannel.Letter),
            (life.Complaint.Draft!.State, life.Complaint.Draft.ApprovedOn, life.Complaint.Draft.Channel));
        Assert.Equal("AnswerReleased", life.Try(new RecordSent(Anne, life.Now, Day("2026-03-04"))));
        Assert.Equal(Status.Answered, life.Complaint.Status);
    }

    [Fact]
    public void LevelTwo_AnswersInWriting()
    {
        ComplaintLife life = new ComplaintLife().Receive().AnswerByEmail().Escalate();
        Assert.Equal("level-two-in-writing", life.Try(new Draft(Manon, life.Now, "Oui.", AnswerChannel.Phone)));
        ComplaintLife late = new ComplaintLife().Receive(Channel.Phone);
        late.Do(new RecordCall(Anne, late.Now, "Satisfait.", true, null)).Close().SleepUntil("2026-03-10 10:00").Escalate();
        Assert.Equal("not-answered", late.Try(new Close(Manon, late.Now, "satisfied")));
        Assert.Equal("CallRecorded", late.Try(new RecordCall(Manon, late.Now, "Satisfait cette fois.", true, null)));
        Assert.Equal("not-answered", late.Try(new Close(Manon, late.Now, "satisfied")));
        Assert.True(late.Complaint.IsOral);
    }

    [Fact]
    public void Oral_PutInWritingLater_SendsTheDatedCopyOnceAndOpensTheYearOfTheMediator()
    {
        ComplaintLife life = new ComplaintLife().Receive(Channel.Phone).Deliver().SleepUntil("2026-03-09 10:00");
        life.Do(new Correct(Anne, life.Now, null, null, null, null, null, Day("2026-03-08")));
        Assert.Equal(["dated-copy client"], life.ToldNow);
        Assert.Equal(Day("2027-03-08"), life.Complaint.Dates.MediatorUntil);
        life.SleepUntil("2026-03-10 10:00").Do(new Correct(Anne, life.Now, null, null, null, null, null, Day("2026-03-07")));
        Assert.Empty(life.ToldNow);
    }
}
