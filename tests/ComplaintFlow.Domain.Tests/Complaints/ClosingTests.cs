using ComplaintFlow.Domain.Complaints;
using static ComplaintFlow.Domain.Tests.Complaints.TestFirm;

namespace ComplaintFlow.Domain.Tests.Complaints;

/// <summary>The ends of a complaint, the closing for want of follow-up, and the way back.</summary>
public sealed class ClosingTests
{
    private static ComplaintLife Answered => new ComplaintLife().Receive().Deliver().AnswerByEmail();

    [Fact]
    public void Silence_OfSixtyDaysAfterTheAnswer_Closes()
    {
        ComplaintLife life = Answered.AdvanceTo("2026-05-01 23:59");
        Assert.Equal(Status.Answered, life.Complaint.Status);
        life.AdvanceTo("2026-05-02 00:00");
        Assert.Equal((Status.Closed, Closure.NoFollowUp, Day("2026-05-02")), (life.Complaint.Status, life.Complaint.Closure, life.Complaint.ClosedOn));
        Assert.Equal(["closed client"], life.ToldNow);
        Assert.Null(life.NextWakeUp);
        Assert.Equal("done", life.Try(new Close(Anne, life.Now, "satisfied")));
    }

    [Fact]
    public void Silence_IsAsLongAsTheProcedureSays()
    {
        ComplaintLife life = new ComplaintLife().Receive(regime: "payment-services").Deliver().AnswerByEmail().AdvanceTo("2026-04-01 23:59");
        Assert.True(life.Complaint.IsOpen);
        Assert.False(life.AdvanceTo("2026-04-02 00:00").Complaint.IsOpen);
    }

    [Fact]
    public void Silence_BrokenByTheClient_ClosesNothing()
    {
        foreach (Func<DateTimeOffset, Command> word in (Func<DateTimeOffset, Command>[])
            [
                at => new Message(Actor.Client, at, "Et mon dossier ?"),
                at => new Attach(Actor.Client, at, "a1", "photo.jpg", "image/jpeg", 1, "00"),
                at => new RecordCourtAction(Actor.Client, at, Day("2026-03-02")),
                at => new Absorb(Manon, at, "R26-7KQ4-M2ZD"),
            ])
        {
            ComplaintLife life = Answered.SleepUntil("2026-03-20 10:00");
            life.Do(word(life.Now));
            Assert.Null(life.Complaint.SilentSince);
            Assert.Equal(Status.Answered, life.AdvanceTo("2026-09-01 10:00").Complaint.Status);
        }
    }

    [Fact]
    public void Silence_RunsAnewFromTheFirmsNextWord()
    {
        ComplaintLife life = Answered.SleepUntil("2026-03-20 10:00");
        life.Do(new Attach(Anne, life.Now, "a1", "devis.pdf", "application/pdf", 1, "00"));
        Assert.Equal(Day("2026-03-02"), life.Complaint.SilentSince);
        life.Do(new Message(Actor.Client, life.Now, "Et mon dossier ?")).Do(new Message(Anne, life.Now, "C’est payé."));
        Assert.Equal(Day("2026-03-20"), life.Complaint.SilentSince);
        life.AdvanceTo("2026-05-19 23:59");
        Assert.True(life.Complaint.IsOpen);
        Assert.False(life.AdvanceTo("2026-05-20 00:00").Complaint.IsOpen);
    }

    [Fact]
    public void Message_BeforeTheAnswer_StartsNoSilence()
    {
        ComplaintLife life = new ComplaintLife().Receive().Deliver();
        life.Do(new Message(Anne, life.Now, "Nous étudions votre dossier."));
        Assert.Null(life.Complaint.SilentSince);
    }

    [Fact]
    public void Close_WithoutFollowUp_KeepsThatReason()
    {
        Assert.Equal(Closure.NoFollowUp, Answered.Close("no-follow-up").Complaint.Closure);
        Assert.Equal(Closure.Satisfied, Answered.Close("Client satisfait").Complaint.Closure);
        Assert.Equal("Client satisfait", Answered.Close("Client satisfait").Journal[^1].Private?.Text);
    }

    [Fact]
    public void Closed_ForAnotherReason_IsRefused()
    {
        ComplaintLife life = Answered;
        life.Do(new Withdraw(Actor.Client, life.Now, null));
        Assert.Equal(Closure.Withdrawn, life.Complaint.Closure);
        Assert.Equal("closed", life.Try(new Close(Anne, life.Now, "satisfied")));
        Assert.Equal("closed", life.Try(new Requalify(Manon, life.Now, "Question")));
        Assert.Equal("done", life.Try(new Withdraw(Actor.Client, life.Now, null)));
        Assert.Equal(["2026-03-02 09:00 client"], life.Told(MailKind.Closed));
    }

    [Fact]
    public void Reopen_GoesBackToWhereItWas_AndSilenceRunsAnew()
    {
        ComplaintLife life = Answered.Close().SleepUntil("2026-04-10 10:00");
        life.Do(new Reopen(Manon, life.Now, "Fait nouveau"));
        Assert.Equal((Status.Answered, null, null, Day("2026-04-10"), true),
            (life.Complaint.Status, life.Complaint.Closure, life.Complaint.ClosedOn, life.Complaint.SilentSince, life.Complaint.IsReopened));
        Assert.Equal("done", life.Try(new Reopen(Manon, life.Now, "Fait nouveau")));
        Assert.False(life.Close().Complaint.IsReopened);
        Assert.Equal("Reopened", life.Try(new Reopen(Manon, life.Now, "Encore")));
    }

    [Fact]
    public void Reopen_OfAnUnansweredOne_StartsNoSilenceAndOwesItsAnswer()
    {
        ComplaintLife life = new ComplaintLife().Receive().Deliver().Submit(Anne);
        life.Do(new Merge(Manon, life.Now, "R26-7KQ4-M2ZD")).Do(new Reopen(Manon, life.Now, "Erreur"));
        Assert.Equal((Status.AwaitingApproval, null, null), (life.Complaint.Status, life.Complaint.SilentSince, life.Complaint.MergedInto));
        Assert.True(life.Complaint.OwesAnswer);
    }

    [Fact]
    public void Reopen_OfOneAcknowledgedAfterItsClosing_IsAcknowledged()
    {
        ComplaintLife life = new ComplaintLife().Receive();
        life.Do(new Withdraw(Actor.Client, life.Now, null)).Deliver();
        Assert.Equal(Status.Closed, life.Complaint.Status);
        life.Do(new Reopen(Manon, life.Now, "Erreur"));
        Assert.Equal(Status.Acknowledged, life.Complaint.Status);
    }

    [Fact]
    public void Reopen_OfOneNeverAcknowledged_IsReceived()
    {
        ComplaintLife life = new ComplaintLife().Receive();
        life.Do(new Requalify(Manon, life.Now, "Question")).Do(new Reopen(Manon, life.Now, "Erreur"));
        Assert.Equal((Status.Received, Closure.Requalified), (life.Complaint.Status, life.Facts<Closed>().Single().Closure));
    }

    [Fact]
    public void Hold_IsPlacedAndReleased()
    {
        ComplaintLife life = Answered.Close();
        Assert.True(life.Do(new Hold(Manon, life.Now, "Contentieux")).Complaint.OnHold);
        Assert.Equal("Contentieux", life.Journal[^1].Private?.Text);
        Assert.Equal("done", life.Try(new Hold(Manon, life.Now, "Contentieux")));
        Assert.False(life.Do(new Release(Manon, life.Now, "Jugé")).Complaint.OnHold);
        Assert.Equal("Jugé", life.Journal[^1].Private?.Text);
    }
}
