using ComplaintFlow.Domain.Complaints;
using ComplaintFlow.Domain.Directory;
using static ComplaintFlow.Domain.Tests.Complaints.TestFirm;

namespace ComplaintFlow.Domain.Tests.Complaints;

/// <summary>Promise 4 and the rest of "Who is told": what each act tells to whom, at once and only once.</summary>
public sealed class ProgressTests
{
    private static ComplaintLife Life => new ComplaintLife().Receive().Deliver().SleepUntil("2026-03-03 10:00");

    [Fact]
    public void Assign_ToAnother_TellsTheNewHandlerAndTheClient()
    {
        ComplaintLife life = Life;
        life.Do(new Assign(Anne, life.Now, "Claire@courtier.example", "congés"));
        Assert.Equal(["assignment claire", "progress client"], life.ToldNow);
        Assert.Equal((Address("claire"), Address("claire")), (life.Complaint.Handler, life.Complaint.LevelOneHandler));
        Assert.Equal("done", life.Try(new Assign(Manon, life.Now, "CLAIRE@courtier.example", null)));
        Assert.Equal("unknown-person to", life.Try(new Assign(Manon, life.Now, "parti@courtier.example", null)));
        Assert.Equal("congés", life.Journal[^1].Private?.Text);
    }

    [Fact]
    public void Transfer_TellsTheClient_AndKeepsTheDates()
    {
        ComplaintLife life = Life;
        Assert.Equal("in-future on", life.Try(new Transfer(Anne, life.Now, "L’assureur", Day("2026-03-04"), "Gestion")));
        Assert.Equal("too-early on", life.Try(new Transfer(Anne, life.Now, "L’assureur", Day("2026-03-01"), "Gestion")));
        life.Do(new Transfer(Anne, life.Now, "L’assureur", Day("2026-03-02"), "Gestion"));
        Assert.Equal(["progress client"], life.ToldNow);
        Assert.Equal(Day("2026-05-02"), life.Complaint.RespondByExtended);
        Assert.Equal(("L’assureur", "Gestion"), (life.Journal[^1].Private?.To, life.Journal[^1].Private?.Text));
    }

    [Fact]
    public void Message_OfTheFirm_TellsTheClient_OfTheClient_TellsTheHandler()
    {
        ComplaintLife life = Life;
        life.Do(new Message(Anne, life.Now, "Nous attendons l’expert."));
        Assert.Equal(["progress client"], life.ToldNow);
        life.SleepUntil("2026-03-03 11:00").Do(new Message(Actor.Client, life.Now, "Quand ?"));
        Assert.Equal(["client-message anne"], life.ToldNow);
        Assert.Equal(["Nous attendons l’expert.", "Quand ?"], life.Journal.TakeLast(2).Select(line => line.Private?.Text));
    }

    [Fact]
    public void Attachment_OfTheClient_TellsTheHandler_OfTheFirm_TellsNobody()
    {
        ComplaintLife life = Life;
        life.Do(new Attach(Actor.Client, life.Now, "a1", "photo.jpg", "image/jpeg", 10, "00"));
        Assert.Equal(["client-message anne"], life.ToldNow);
        life.SleepUntil("2026-03-03 11:00").Do(new Attach(Anne, life.Now, "a2", "devis.pdf", "application/pdf", 10, "01"));
        Assert.Empty(life.ToldNow);
        Assert.Equal(["a1", "a2"], life.Complaint.Attachments.Select(attachment => attachment.Id));
    }

    [Fact]
    public void CourtAction_OfTheClient_TellsTheHandler_RecordedByStaff_TellsNobody()
    {
        ComplaintLife life = Life;
        life.Do(new RecordCourtAction(Actor.Client, life.Now, life.Today));
        Assert.Equal(["client-message anne"], life.ToldNow);
        life.SleepUntil("2026-03-03 11:00").Do(new RecordCourtAction(Anne, life.Now, Day("2026-03-01")));
        Assert.Empty(life.ToldNow);
        Assert.Equal("in-future on", life.Try(new RecordCourtAction(Anne, life.Now, Day("2026-03-04"))));
    }

    [Fact]
    public void Approval_IsAskedOncePerSubmission_AndReturnedToTheAuthor()
    {
        ComplaintLife life = Life;
        life.Submit(Anne);
        Assert.Equal(["approval-request manon"], life.ToldNow);
        life.SleepUntil("2026-03-03 11:00").Do(new Return(Manon, life.Now, null, "Citer le contrat."));
        Assert.Equal(["returned anne"], life.ToldNow);
        Assert.Equal("Citer le contrat.", life.Journal[^1].Private?.Text);
        life.SleepUntil("2026-03-03 12:00").Submit(Anne);
        Assert.Equal(["approval-request manon"], life.ToldNow);
        life.SleepUntil("2026-03-03 13:00").Approve(Manon);
        Assert.Equal(["answer client"], life.ToldNow);
    }

    [Fact]
    public void Return_ToAnAuthorWhoIsAway_GoesToTheDeputy()
    {
        ComplaintLife life = new ComplaintLife("2026-08-01 09:00").Receive().Submit(Anne).SleepUntil("2026-08-03 09:00");
        life.Do(new Return(Manon, life.Now, null, "À revoir."));
        Assert.Equal(["returned bruno"], life.ToldNow);
    }

    [Theory]
    [InlineData(MailKind.Acknowledgement, "delivery-failed anne")]
    [InlineData(MailKind.InvitationToWrite, "delivery-failed anne")]
    [InlineData(MailKind.DatedCopy, "delivery-failed anne")]
    [InlineData(MailKind.MediatorInformation, "delivery-failed anne")]
    [InlineData(MailKind.Extension, "delivery-failed anne")]
    [InlineData(MailKind.Progress, "delivery-failed anne")]
    [InlineData(MailKind.Answer, "delivery-failed anne")]
    [InlineData(MailKind.Closed, "delivery-failed anne")]
    [InlineData(MailKind.DeliveryFailed)]
    [InlineData(MailKind.Assignment)]
    [InlineData(MailKind.ResponseReminder)]
    public void FailedMail_ToTheClient_TellsTheHandler(MailKind kind, params string[] told)
    {
        ComplaintLife life = Life;
        life.Do(new RecordMailFailed(life.Now, default, kind, Recipient.Client));
        Assert.Equal(told, life.ToldNow);
    }

    [Fact]
    public void FailedMail_OfTheMediatorToTheHandler_IsNoFailureToTheClient()
    {
        ComplaintLife life = new ComplaintLife().Receive(Channel.Letter, email: null);
        life.Do(new RecordMailFailed(life.Now, default, MailKind.MediatorInformation, Recipient.Staff(Address("anne"))));
        Assert.Empty(life.Told(MailKind.DeliveryFailed));
    }

    [Fact]
    public void Resend_SendsTheSameKindToTheSameRecipient()
    {
        ComplaintLife life = Life;
        life.Do(new Resend(Anne, life.Now, default, MailKind.ApprovalRequest, Recipient.Staff(Address("manon"))));
        Assert.Equal(["approval-request manon"], life.ToldNow);
    }

    [Fact]
    public void Withdrawal_ByTheClient_TellsBoth_RecordedByStaff_TellsTheClient()
    {
        ComplaintLife byClient = Life;
        byClient.Do(new Withdraw(Actor.Client, byClient.Now, null));
        Assert.Equal(["closed client", "client-message anne"], byClient.ToldNow);
        ComplaintLife byStaff = Life;
        byStaff.Do(new Withdraw(Anne, byStaff.Now, "Par téléphone"));
        Assert.Equal(["closed client"], byStaff.ToldNow);
    }

    [Fact]
    public void Mails_ToAClientWithoutAddress_AreNone()
    {
        ComplaintLife life = new ComplaintLife().Receive(Channel.Letter, email: null);
        life.Do(new Transfer(Anne, life.Now, "L’assureur", life.Today, "Gestion")).Do(new Extend(Anne, life.Now, "Expertise", Day("2026-06-01")));
        Assert.DoesNotContain(life.Mails, mail => mail.To.IsClient);
    }

    [Fact]
    public void HandlerMail_OfAHandlerWhoLeftTheDirectory_GoesToTheManager()
    {
        ComplaintLife life = Life;
        life.Directory = life.Directory with { Staff = [.. life.Directory.Staff.Where(member => member.Email != Address("anne"))] };
        life.Do(new Message(Actor.Client, life.Now, "Quand ?"));
        Assert.Equal(["client-message manon"], life.ToldNow);
        life.Directory = life.Directory with { Staff = [Person("bruno", StaffRole.Handler)] };
        Assert.Equal(Address("anne"), life.Context.HandlerMail(life.Complaint, life.Today));
    }
}
