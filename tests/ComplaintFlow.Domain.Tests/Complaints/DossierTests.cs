using ComplaintFlow.Domain.Complaints;
using static ComplaintFlow.Domain.Tests.Complaints.TestFirm;

namespace ComplaintFlow.Domain.Tests.Complaints;

public sealed class DossierTests
{
    [Fact]
    public void Of_AJournal_HoldsWhatPeopleWrote()
    {
        ComplaintLife life = new ComplaintLife().Receive(representative: new() { Name = "Me Roux", Email = "roux@avocat.example", Capacity = "avocat" });
        life.Draft(Anne, text: "Un.").Draft(Anne, text: "Deux.");
        life.Do(new Attach(Actor.Client, life.Now, "a1", "facture.pdf", "application/pdf", 1, "00"));
        life.Do(new RecordCall(Anne, life.Now, "Appelé.", false, null));
        Dossier dossier = Dossier.Of(life.Journal);
        Assert.Equal(("Camille Martin", "Me Roux", "Sinistre refusé", "POL-77"),
            (dossier.Complainant?.Name, dossier.Representative?.Name, dossier.Subject, dossier.Contract));
        Assert.Equal("Mon dégât des eaux n’est pas remboursé.", dossier.Description);
        Assert.Equal([(1, "Un."), (2, "Deux."), (3, "Appelé.")], dossier.DraftTexts.Select(pair => (pair.Key, pair.Value)));
        Assert.Equal("facture.pdf", dossier.FileNames["a1"]);
        Assert.Equal(ClientEmail, dossier.Email);
    }

    [Fact]
    public void Of_LaterWords_ReplacesOnlyWhatTheySay()
    {
        ComplaintLife life = new ComplaintLife().Receive();
        life.Do(new Correct(Anne, life.Now, null, "POL-78", null, null, null, null)).Do(new Note(Anne, life.Now, "Vu."));
        Dossier dossier = Dossier.Of(life.Journal);
        Assert.Equal(("Camille Martin", "POL-78", "Sinistre refusé"), (dossier.Complainant?.Name, dossier.Contract, dossier.Subject));
    }

    [Fact]
    public void Email_WithoutOneOfTheComplainant_IsTheRepresentatives() => Assert.Equal(
        "roux@avocat.example",
        Dossier.Of(new ComplaintLife().Receive(email: null, representative: new() { Name = "Me Roux", Email = "roux@avocat.example", Capacity = "avocat" }).Journal).Email);

    [Fact]
    public void Of_AnErasedJournal_IsEmptyAndTheFactsStillFold()
    {
        ComplaintLife life = Acts.LifeIn(Status.Closed);
        JournalLine[] erased = [.. life.Journal.Select(line => line with { Private = null })];
        Dossier dossier = Dossier.Of(erased);
        Assert.Null(dossier.Complainant ?? (object?)dossier.Representative ?? dossier.Subject ?? dossier.Description ?? dossier.Contract ?? dossier.Email);
        Assert.Empty(dossier.DraftTexts);
        Assert.Empty(dossier.FileNames);
        Assert.Equal(life.Complaint.Version, Evolution.Fold(erased)!.Version);
    }

    [Fact]
    public void Of_AnAttachmentWithoutItsName_ShowsItsId()
    {
        PrivatePart unnamed = new() { Text = "" };
        JournalLine line = new(2, default, Actor.Client, new AttachmentAdded("a1", "image/png", 1, "00"), unnamed);
        Assert.Equal("a1", Dossier.Of([line]).FileNames["a1"]);
        JournalLine drafted = new(3, default, Anne, new Drafted(1, "anne", AnswerChannel.Email), new PrivatePart());
        Assert.Equal("", Dossier.Of([drafted]).DraftTexts[1]);
        JournalLine call = new(4, default, Anne, new CallRecorded(false, 2, AnswerChannel.Email), new PrivatePart());
        Assert.Equal("", Dossier.Of([call]).DraftTexts[2]);
    }
}
