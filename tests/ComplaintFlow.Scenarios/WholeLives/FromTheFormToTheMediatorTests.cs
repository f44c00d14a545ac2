using ComplaintFlow.Scenarios.App;

namespace ComplaintFlow.Scenarios.WholeLives;

/// <summary>
/// One complaint through all three levels, told by the people who live it: nobody has a key, everybody has a browser and
/// the links of the mails.
/// </summary>
public sealed class FromTheFormToTheMediatorTests
{
    [Theory, StraightAndRestarted]
    public async Task Complaint_ThroughAllLevels_IsLivedByLinksAlone(bool restarts)
    {
        await using TestApp app = await TestApp.StartAsync("2026-03-02 09:00", restarts);
        await LiveAsync(app);
    }

    [Fact]
    public async Task Complaint_InTableStorage_LivesTheSame()
    {
        await using TestApp app = await TestApp.StartAsync(
            "2026-03-02 09:00", restarts: true, storage: await TableStorage.NewAsync());
        await LiveAsync(app);
    }

    private static async Task LiveAsync(TestApp app)
    {
        // Jeanne Martin complains and is acknowledged.
        WebPage received = await app.FillInTheFormAsync(
            ("name", "Jeanne Martin"),
            ("email", Staff.Client),
            ("clientNumber", "C-1001"),
            ("subject", "Sinistre non remboursé"),
            ("description", "Mon dégât des eaux du 3 janvier n’est toujours pas remboursé."));
        TestMail acknowledgement = app.Mailbox.Only("acknowledgement", Staff.Client);
        string reference = acknowledgement.Reference!;
        received.Says(reference, "samedi 2 mai 2026");

        // Her usual contact reads, drafts and submits.
        await app.AdvanceToAsync("2026-03-12 10:00");
        string handler = app.Mailbox.Only("assignment", Staff.OtherHandler).StaffLink;
        (await app.LookAtAsync(handler)).Says(reference, "Mon dégât des eaux du 3 janvier");
        await app.FillInAsync(handler, "draft", ("text", "Nous vous remboursons la moitié."), ("channel", "email"));
        await app.FillInAsync(handler, "submit");

        // The manager sends it back once, then approves.
        await app.AdvanceToAsync("2026-03-13 10:00");
        string firstRequest = app.Mailbox.Only("approval-request", Staff.Manager).StaffLink;
        await app.FillInAsync(firstRequest, "return", ("comment", "Dites pourquoi la moitié."));
        TestMail returned = app.Mailbox.Only("returned", Staff.OtherHandler).Says("Dites pourquoi la moitié.");
        await app.FillInAsync(returned.StaffLink, "draft", ("text", "Nous vous remboursons la moitié, franchise déduite."));
        await app.FillInAsync(returned.StaffLink, "submit");
        await app.AdvanceToAsync("2026-03-16 10:00");
        string request = app.Mailbox.Of("approval-request")[^1].StaffLink;
        (await app.LookAtAsync(request)).Says("Nous vous remboursons la moitié, franchise déduite.", "La Médiation de l’Assurance");
        await app.FillInAsync(request, "approve");

        // She reads the answer, is not satisfied, and asks for a second look.
        await app.AdvanceToAsync("2026-03-20 18:30");
        TestMail firstAnswer = app.Mailbox.Only("answer", Staff.Client).Says("franchise déduite", "reclamation@madamecourtage.fr");
        (await app.LookAtAsync(firstAnswer.ClientLink)).Says("Nous vous remboursons la moitié, franchise déduite.");
        await app.FillInAsync(firstAnswer.ClientLink, "escalate", ("reason", "La franchise ne s’applique pas."));
        app.Mailbox.Only("progress", Staff.Client).Says("niveau 2", "mercredi 20 mai 2026");

        // The complaints manager studies it again, the director approves.
        await app.AdvanceToAsync("2026-04-08 09:00");
        string levelTwo = app.Mailbox.Only("level-2-request", Staff.Manager).Says("La franchise ne s’applique pas.").StaffLink;
        await app.FillInAsync(levelTwo, "draft", ("text", "La franchise est au contrat : nous maintenons notre position."), ("channel", "email"));
        await app.FillInAsync(levelTwo, "submit");
        await app.AdvanceToAsync("2026-04-09 09:00");
        await app.FillInAsync(app.Mailbox.Only("approval-request", Staff.Director).StaffLink, "approve");

        // She is told of the mediator, writes to him and says so.
        await app.AdvanceToAsync("2026-04-12 11:00");
        TestMail secondAnswer = app.Mailbox.Of("answer")[^1].Says("nous maintenons notre position", "gratuitement", "Pôle CSCA – TSA 50110 – 75441 PARIS Cedex 09");
        WebPage referred = await app.FillInAsync(secondAnswer.ClientLink, "refer", ("on", "2026-04-10"), ("reference", "MED-77"));
        referred.Says("médiateur");
        Assert.DoesNotContain("escalate", referred.Acts);

        // The manager learns of it and writes down what came of it.
        await app.AdvanceToAsync("2026-05-05 15:00");
        string mediation = app.Mailbox.Only("client-message", Staff.Manager).Says("vendredi 10 avril 2026", "MED-77").StaffLink;
        WebPage outcome = await app.FillInAsync(mediation, "mediator-outcome", ("outcome", "accepted"), ("on", "2026-05-04"));
        outcome.Says("close");

        // Closed: she is told, and nothing more ever comes.
        await app.AdvanceToAsync("2027-04-15 00:00");
        app.Mailbox.Only("closed", Staff.Client).Says("lundi 4 mai 2026", "la proposition du médiateur est acceptée");
        WebPage last = (await app.LookAtAsync(acknowledgement.ClientLink)).Says("Médiation terminée", "proposition acceptée");
        Assert.Equal(["court-action"], last.Acts);
        app.Mailbox.Tells(
            [],
            "2026-03-02 09:00 acknowledgement client1001",
            "2026-03-02 09:00 assignment conseil2",
            "2026-03-12 10:00 approval-request reclamations",
            "2026-03-13 10:00 approval-request reclamations",
            "2026-03-13 10:00 returned conseil2",
            "2026-03-16 10:00 answer client1001",
            "2026-03-20 18:30 level-2-request reclamations",
            "2026-03-20 18:30 progress client1001",
            "2026-04-08 09:00 approval-request direction",
            "2026-04-09 09:00 answer client1001",
            "2026-04-12 11:00 client-message reclamations",
            "2026-05-05 15:00 closed client1001");
    }
}
