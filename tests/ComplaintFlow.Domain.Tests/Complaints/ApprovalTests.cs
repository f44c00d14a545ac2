using ComplaintFlow.Domain.Complaints;
using ComplaintFlow.Domain.Directory;
using ComplaintFlow.Domain.Procedure;
using static ComplaintFlow.Domain.Tests.Complaints.TestFirm;

namespace ComplaintFlow.Domain.Tests.Complaints;

/// <summary>Who approves an answer: never its author; and never a draft that was replaced.</summary>
public sealed class ApprovalTests
{
    [Fact]
    public void Approve_ByTheAuthor_IsRefused()
    {
        ComplaintLife life = new ComplaintLife().Receive().Submit(Manon);
        Assert.Equal(["approval-request denis"], life.ToldNow.Skip(2));
        Assert.Equal("author-cannot-approve", life.Try(new Approve(Actor.Staff("MANON@courtier.example"), life.Now, null, null, life.Answer())));
        Assert.Equal("author-cannot-approve", life.Try(new Return(Manon, life.Now, null, "À revoir.")));
        Assert.Equal("Approved, AnswerReleased", life.Try(new Approve(Denis, life.Now, null, "Bien.", life.Answer())));
        Assert.Equal("Bien.", life.Journal[^2].Private?.Text);
        Assert.Equal(new Approved(1, Address("denis")), life.Journal[^2].Fact);
    }

    [Fact]
    public void Approve_AtLevelTwo_IsForTheDirector()
    {
        ComplaintLife life = WithTwoManagers();
        life.Receive().AnswerByEmail().Escalate().Submit(Manon);
        Actor marc = Actor.Staff(Address("marc"));
        Assert.Equal("approval-request denis", life.ToldNow[^1]);
        Assert.Equal("not-approver", life.Try(new Approve(marc, life.Now, null, null, life.Answer())));
        Assert.Equal("not-approver", life.Try(new Return(marc, life.Now, null, "À revoir.")));
        Assert.Equal("Returned", life.Try(new Return(Denis, life.Now, null, "À revoir.")));
    }

    [Fact]
    public void Approve_AtLevelTwoOfTheDirectorsOwnDraft_IsForAManager()
    {
        ComplaintLife life = WithTwoManagers();
        life.Receive().AnswerByEmail().Escalate();
        life.Do(new Assign(Manon, life.Now, Address("denis"), null)).Submit(Denis);
        Assert.Equal("approval-request manon", life.ToldNow[^1]);
        Assert.Equal("author-cannot-approve", life.Try(new Approve(Denis, life.Now, null, null, life.Answer())));
        Assert.Equal("not-approver", life.Try(new Approve(Actor.Staff(Address("marc")), life.Now, null, null, life.Answer())));
        Assert.Equal("Approved, AnswerReleased", life.Try(new Approve(Actor.Staff("Manon@courtier.example"), life.Now, null, null, life.Answer())));
    }

    [Fact]
    public void Return_AtLevelTwoOfACaseNeverAcknowledged_LeavesItTakenUp()
    {
        ComplaintLife life = new ComplaintLife().Receive().AnswerByEmail().Escalate().Submit(Manon);
        life.Do(new Return(Denis, life.Now, null, "À revoir."));
        Assert.Equal((Status.Acknowledged, null), (life.Complaint.Status, life.Complaint.AcknowledgedOn));
    }

    [Fact]
    public void Submit_WithNobodyToApprove_IsRefused()
    {
        ComplaintLife life = new()
        {
            Directory = new() { DefaultHandler = Address("solo"), Staff = [Person("solo", StaffRole.Handler, StaffRole.Manager, StaffRole.Director)] },
        };
        life.Receive().Draft(Actor.Staff(Address("solo")));
        Assert.Equal("no-approver", life.Try(new Submit(Actor.Staff(Address("solo")), life.Now, life.Answer())));
    }

    [Fact]
    public void Approve_OfADraftThatWasReplaced_IsRefused()
    {
        ComplaintLife life = new ComplaintLife().Receive().Submit(Anne).Draft(Anne, text: "Mieux dit.");
        Assert.Equal((2, DraftState.Draft, Status.AwaitingApproval), (life.Complaint.Draft!.Number, life.Complaint.Draft.State, life.Complaint.Status));
        Assert.Equal("draft-replaced", life.Try(new Approve(Manon, life.Now, 1, null, life.Answer())));
        Assert.Equal("draft-replaced", life.Try(new Return(Manon, life.Now, 1, "À revoir.")));
        Assert.Equal("draft-not-submitted", life.Try(new Approve(Manon, life.Now, 2, null, life.Answer())));
        Assert.Equal("nothing-to-approve", life.Try(new Return(Manon, life.Now, 2, "À revoir.")));
        life.Do(new Submit(Anne, life.Now, null));
        Assert.Equal("draft-replaced", life.Try(new Approve(Manon, life.Now, 1, null, life.Answer())));
        Assert.Equal("Approved, AnswerReleased", life.Try(new Approve(Manon, life.Now, 2, null, life.Answer())));
        Assert.Equal("done", life.Try(new Approve(Manon, life.Now, 2, null, life.Answer())));
    }

    [Fact]
    public void Approve_OfAReturnedDraftOrAReplacementNotSubmitted_IsRefused()
    {
        ComplaintLife life = new ComplaintLife().Receive().Submit(Anne);
        life.Do(new Return(Manon, life.Now, 1, "À revoir."));
        Assert.Equal(Status.Received, life.Complaint.Status);
        Assert.Equal("done", life.Try(new Return(Manon, life.Now, 1, "À revoir.")));
        Assert.Equal("nothing-to-approve", life.Try(new Return(Manon, life.Now, 9, "À revoir.")));
        Assert.Equal("nothing-to-approve", life.Try(new Approve(Manon, life.Now, 1, null, life.Answer())));
        life.Draft(Anne);
        Assert.Equal("draft-replaced", life.Try(new Approve(Manon, life.Now, 1, null, life.Answer())));
    }

    [Fact]
    public void Submit_OfAReturnedDraft_AsksAgain()
    {
        ComplaintLife life = new ComplaintLife().Receive().Deliver().Submit(Anne);
        life.Do(new Return(Manon, life.Now, null, "À revoir."));
        Assert.Equal((Status.Acknowledged, DraftState.Returned), (life.Complaint.Status, life.Complaint.Draft!.State));
        Assert.Equal("Submitted", life.Try(new Submit(Anne, life.Now, null)));
    }

    [Fact]
    public void Approve_AfterTheCaseWentToLevelTwo_IsRefused()
    {
        ComplaintLife life = new ComplaintLife().Receive().Submit(Anne).SleepUntil("2026-05-03 09:00").Escalate();
        Assert.Equal("nothing-to-approve", life.Try(new Approve(Manon, life.Now, 1, null, life.Answer())));
        Assert.Equal("draft-replaced", life.Draft(Manon).Try(new Approve(Manon, life.Now, 1, null, life.Answer())));
    }

    [Fact]
    public void Draft_RepeatedWithOtherWordsOrChannel_IsANewDraft()
    {
        ComplaintLife life = new ComplaintLife().Receive().Draft(Anne, text: "Un.");
        Assert.Equal("done", life.Try(new Draft(Anne, life.Now, "Un.", AnswerChannel.Email)));
        Assert.Equal("Drafted", life.Try(new Draft(Anne, life.Now, "Un.", AnswerChannel.Letter)));
        Assert.Equal("Drafted", life.Try(new Draft(Anne, life.Now, "Deux.", AnswerChannel.Letter)));
        Assert.Equal("Drafted", life.Try(new Draft(Manon, life.Now, "Deux.", AnswerChannel.Letter)));
        Assert.Equal(4, life.Complaint.DraftCount);
    }

    [Fact]
    public void Draft_AfterAReturn_MayBeTheSameWords()
    {
        ComplaintLife life = new ComplaintLife().Receive().Submit(Anne);
        life.Do(new Return(Manon, life.Now, null, "À revoir."));
        Assert.Equal("Drafted", life.Try(new Draft(Anne, life.Now, "Nous vous remboursons.", AnswerChannel.Email)));
    }

    [Fact]
    public void Submit_OfAnAnswerThatStillStands_SaysSo()
    {
        ComplaintLife life = new ComplaintLife().Receive().AnswerByEmail();
        Assert.Equal("already-answered", life.Draft(Anne, text: "Encore.").Try(new Submit(Anne, life.Now, life.Answer())));
        ComplaintLife mediated = Acts.LifeIn(Status.InMediation);
        Assert.Equal("not-now", mediated.Draft(Manon, text: "Encore.").Try(new Submit(Manon, mediated.Now, mediated.Answer())));
    }

    private static ComplaintLife WithTwoManagers() => new()
    {
        Directory = TestFirm.Directory with { Staff = [.. TestFirm.Directory.Staff, Person("marc", StaffRole.Manager)] },
    };
}
