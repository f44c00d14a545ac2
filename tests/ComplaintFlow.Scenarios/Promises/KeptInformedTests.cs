using ComplaintFlow.Scenarios.App;

namespace ComplaintFlow.Scenarios.Promises;

/// <summary>Promise 4 of the published procedure: the client is kept informed of progress.</summary>
public sealed class KeptInformedTests
{
    [Theory, StraightAndRestarted]
    public async Task Progress_PassedOnToTheInsurer_SaysToWhomWhyAndThatTheDateStands(bool restarts)
    {
        await using TestApp app = await TestApp.StartAsync("2026-03-02 09:00", restarts);
        string reference = await app.ComplainAsync();
        await app.AdvanceToAsync("2026-03-10 14:00");

        await app.ActAsync(reference, "transfer", Staff.OtherHandler, new { to = "Assurances du Rhône", on = "2026-03-10", reason = "L’assureur seul peut indemniser." });

        TestMail mail = app.Mailbox.Only("progress", Staff.Client).Says(
            reference, "Assurances du Rhône", "mardi 10 mars 2026", "L’assureur seul peut indemniser.", "samedi 2 mai 2026");
        Assert.Equal(TestApp.Instant("2026-03-10 14:00"), mail.At);
    }

    [Theory, StraightAndRestarted]
    public async Task Progress_NewHandler_NamesThePerson(bool restarts)
    {
        await using TestApp app = await TestApp.StartAsync("2026-03-02 09:00", restarts);
        string reference = await app.ComplainAsync();
        await app.AdvanceToAsync("2026-03-10 14:00");

        await app.ActAsync(reference, "assign", Staff.Manager, new { to = Staff.ThirdHandler, reason = "Surcharge." });

        TestMail mail = app.Mailbox.Only("progress", Staff.Client).Says("Conseil 3", "samedi 2 mai 2026");
        mail.DoesNotSay("Surcharge");
    }

    [Theory, StraightAndRestarted]
    public async Task Progress_LevelTwoTakenUp_NamesThePersonAndTheDate(bool restarts)
    {
        await using TestApp app = await TestApp.StartAsync("2026-03-02 09:00", restarts);
        string reference = await app.ComplainAsync();
        await app.AnswerAsync(reference);
        await app.AdvanceToAsync("2026-03-31 10:00");

        await app.ActAsync(reference, "escalate", Staff.OtherHandler, new { reason = "Le montant est contesté." });

        app.Mailbox.Only("progress", Staff.Client).Says("niveau 2", "Responsable réclamations", "dimanche 31 mai 2026");
    }

    [Theory, StraightAndRestarted]
    public async Task LateAnswer_DateNotHeld_IsToldToTheClientTheDayAfter(bool restarts)
    {
        await using TestApp app = await TestApp.StartAsync("2026-03-02 09:00", restarts);
        await app.ComplainAsync();

        await app.AdvanceToAsync("2026-05-03 00:00");

        app.Mailbox.Only("mediator-information", Staff.Client).Says("nous ne vous avons pas encore répondu", "Conseil 2 continue de l’étudier");
    }
}
