using ComplaintFlow.Domain.Complaints;
using static ComplaintFlow.Domain.Tests.Complaints.TestFirm;

namespace ComplaintFlow.Domain.Tests.Complaints;

public sealed class EvolutionTests
{
    [Fact]
    public void Fold_OfNothing_IsNoComplaint() => Assert.Null(Evolution.Fold([]));

    [Fact]
    public void Fold_OfAJournalWithoutItsBeginning_NamesWhatItFound()
    {
        JournalLine[] journal = [.. Acts.LifeIn(Status.Acknowledged).Journal.Skip(1)];
        InvalidOperationException error = Assert.Throws<InvalidOperationException>(() => Evolution.Fold(journal));
        Assert.Contains(nameof(ComplaintReceived), error.Message, StringComparison.Ordinal);
        Assert.Contains(nameof(MailSent), error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Fold_OfASecondReceipt_IsABug()
    {
        JournalLine first = new ComplaintLife().Receive().Journal[0];
        InvalidOperationException error = Assert.Throws<InvalidOperationException>(() => Evolution.Fold([first, first with { Number = 2 }]));
        Assert.Contains("once", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Fold_KeepsWhatWasReceived()
    {
        Complaint complaint = new ComplaintLife("2026-03-05 09:00").Receive(Channel.Letter, sentOn: "2026-03-01", receivedOn: "2026-03-03").Complaint;
        Assert.Equal((Channel.Letter, "habitation", true, true), (complaint.Channel, complaint.Product, complaint.ClientHasEmail, complaint.AcknowledgementQueued));
        Assert.Equal((Day("2026-03-01"), Day("2026-03-03"), Day("2026-03-05")), (complaint.SentOn, complaint.ReceivedOn, complaint.EnteredOn));
        Assert.Equal(complaint, Evolution.Fold(new ComplaintLife("2026-03-05 09:00").Receive(Channel.Letter, sentOn: "2026-03-01", receivedOn: "2026-03-03").Journal)! with
        {
            Answers = complaint.Answers,
            Attachments = complaint.Attachments,
            LastReminders = complaint.LastReminders,
            Misses = complaint.Misses,
        });
    }

    [Fact]
    public void Classified_NamesTheProduct_OrLeavesIt()
    {
        ComplaintLife life = new ComplaintLife().Receive();
        life.Do(new Classify(Anne, life.Now, null, "delay", null, null));
        Assert.Equal(("habitation", "delay"), (life.Complaint.Product, life.Complaint.Classification?.Reason));
        life.Do(new Classify(Anne, life.Now, "auto", "delay", "staffing", "100 EUR"));
        Assert.Equal(("auto", new Classified("auto", "delay", "staffing", "100 EUR")), (life.Complaint.Product, life.Complaint.Classification));
    }
}
