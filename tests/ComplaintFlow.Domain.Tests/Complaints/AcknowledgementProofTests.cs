using ComplaintFlow.Domain.Complaints;
using static ComplaintFlow.Domain.Tests.Complaints.TestFirm;

namespace ComplaintFlow.Domain.Tests.Complaints;

/// <summary>An acknowledgement counts only if it reached the client: proof, and what a failure undoes.</summary>
public sealed class AcknowledgementProofTests
{
    private static readonly Guid Mail = new(7, 0, 0, new byte[8]);

    [Fact]
    public void Proof_OfAMailThatOnlyAReportCanProve_ComesWithTheReport()
    {
        ComplaintLife life = Acknowledged();
        Assert.Null(life.Complaint.AcknowledgementProvenAt);
        life.SleepUntil("2026-03-02 09:10").Do(new RecordMailDelivered(life.Now, Mail, MailKind.Acknowledgement, Recipient.Client));
        Assert.Equal(Paris("2026-03-02 09:10"), life.Complaint.AcknowledgementProvenAt);
    }

    [Fact]
    public void Proof_OfAMailThatWouldComeBack_IsAnInstantAhead_OrTheReportIfItComesFirst()
    {
        ComplaintLife life = Acknowledged(provenAt: "2026-03-04 09:00");
        Assert.Equal(Paris("2026-03-04 09:00"), life.Complaint.AcknowledgementProvenAt);
        life.SleepUntil("2026-03-03 10:00").Do(new RecordMailDelivered(life.Now, Mail, MailKind.Acknowledgement, Recipient.Client));
        Assert.Equal(Paris("2026-03-03 10:00"), life.Complaint.AcknowledgementProvenAt);
    }

    [Fact]
    public void Report_OnAnotherMail_ProvesNothing()
    {
        ComplaintLife life = Acknowledged();
        life.Do(new RecordMailDelivered(life.Now, new Guid(8, 0, 0, new byte[8]), MailKind.Acknowledgement, Recipient.Client));
        Assert.Null(life.Complaint.AcknowledgementProvenAt);
    }

    [Fact]
    public void Bounce_WhileTheTenDaysRun_PutsItBackAndStartsTheLetter()
    {
        ComplaintLife life = Acknowledged(provenAt: "2026-03-04 09:00").SleepUntil("2026-03-13 23:00");
        Assert.Equal("MailFailed, AcknowledgementUndone, AcknowledgementPrepared", Fail(life));
        Assert.Equal(
            (Status.Received, null, null, true),
            (life.Complaint.Status, life.Complaint.AcknowledgedOn, life.Complaint.AcknowledgementProvenAt, life.Complaint.AcknowledgementLetterPending));
        life.AdvanceTo("2026-03-14 12:00");
        Assert.Equal(["2026-03-14 00:00 manon"], life.Told(MailKind.DeadlineMissed));
    }

    [Fact]
    public void Bounce_ThenTheLetterInTime_Acknowledges()
    {
        ComplaintLife life = Acknowledged().SleepUntil("2026-03-03 09:00");
        Fail(life);
        Assert.Equal("Acknowledged", life.Try(new RecordSent(Anne, life.Now, life.Today)));
        life.AdvanceTo("2026-03-20 12:00");
        Assert.Empty(life.Told(MailKind.DeadlineMissed));
    }

    [Fact]
    public void Bounce_AfterTheTenDays_ChangesNothingButIsTold()
    {
        ComplaintLife life = Acknowledged().SleepUntil("2026-03-14 00:00");
        Assert.Equal("MailFailed", Fail(life));
        Assert.Equal(Status.Acknowledged, life.Complaint.Status);
        Assert.Equal(["2026-03-14 00:00 anne"], life.Told(MailKind.DeliveryFailed));
    }

    [Fact]
    public void Bounce_AfterTheTenDays_IsNoProof()
    {
        ComplaintLife life = Acknowledged().SleepUntil("2026-03-14 00:00");
        Fail(life);
        Assert.Null(life.Complaint.AcknowledgementProvenAt);
        Assert.True(life.Complaint.AcknowledgementReturned);
    }

    [Fact]
    public void Bounce_OfAMailWhoseLetterHasReplacedIt_ChangesNothing()
    {
        ComplaintLife life = new ComplaintLife().Receive();
        life.Do(new Acknowledge(Anne, life.Now, AnswerChannel.Phone, null));
        life.Do(new RecordMailSent(life.Now, Mail, MailKind.Acknowledgement, Recipient.Client));
        Assert.Equal("MailFailed", Fail(life));
        Assert.Equal(Status.Acknowledged, life.Complaint.Status);
    }

    [Fact]
    public void Bounce_OfAnAnsweredComplaint_UndoesNoAcknowledgement()
    {
        ComplaintLife life = Acknowledged().AnswerByEmail();
        Assert.Equal("MailFailed", Fail(life));
        Assert.Equal(Status.Answered, life.Complaint.Status);
    }

    [Fact]
    public void Failure_BeforeItEverLeft_StartsTheLetter()
    {
        ComplaintLife life = new ComplaintLife().Receive();
        Assert.Equal("MailFailed, AcknowledgementPrepared", Fail(life));
        Assert.True(life.Complaint.AcknowledgementLetterPending);
        Assert.Equal(["2026-03-02 09:00 anne"], life.Told(MailKind.DeliveryFailed));
    }

    [Fact]
    public void Failure_WhileAnAnswerAwaitsApproval_KeepsTheStatus_AndIsOwedAgainWhenReturned()
    {
        ComplaintLife life = Acknowledged().Submit(Anne);
        Fail(life);
        Assert.Equal(Status.AwaitingApproval, life.Complaint.Status);
        life.Do(new Return(Manon, life.Now, null, "À revoir."));
        Assert.Equal(Status.Received, life.Complaint.Status);
    }

    [Fact]
    public void Reports_ThatContradictEachOther_LeaveTheFailure()
    {
        ComplaintLife life = Acknowledged();
        life.Do(new RecordMailDelivered(life.Now, Mail, MailKind.Acknowledgement, Recipient.Client));
        Fail(life);
        Assert.Equal("done", life.Try(new RecordMailDelivered(life.Now, Mail, MailKind.Acknowledgement, Recipient.Client)));
        Assert.Equal("done", Fail(life));
        Assert.Equal(Status.Received, life.Complaint.Status);
    }

    private static ComplaintLife Acknowledged(string? provenAt = null)
    {
        ComplaintLife life = new ComplaintLife().Receive();
        return life.Do(new RecordMailSent(
            life.Now, Mail, MailKind.Acknowledgement, Recipient.Client, provenAt is null ? null : Paris(provenAt)));
    }

    private static string Fail(ComplaintLife life) =>
        life.Try(new RecordMailFailed(life.Now, Mail, MailKind.Acknowledgement, Recipient.Client));
}
