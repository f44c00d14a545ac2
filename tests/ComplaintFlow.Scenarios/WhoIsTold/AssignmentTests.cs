using ComplaintFlow.Scenarios.App;

namespace ComplaintFlow.Scenarios.WhoIsTold;

/// <summary><c>assignment</c>: to the handler, at once; again to a new handler.</summary>
public sealed class AssignmentTests
{
    [Theory, StraightAndRestarted]
    public async Task Assignment_ThenToAnother_ReachesEachOnce(bool restarts)
    {
        await using TestApp app = await TestApp.StartAsync("2026-03-02 09:00", restarts);
        string reference = await app.ComplainAsync();
        await app.AdvanceToAsync("2026-03-10 14:00");
        await app.ActAsync(reference, "assign", Staff.Manager, new { to = Staff.ThirdHandler, reason = "Connaît le contrat." });
        await app.AdvanceToAsync("2026-03-11 14:00");
        await app.ActAsync(reference, "assign", Staff.Manager, new { to = Staff.ThirdHandler, reason = "Connaît le contrat." });

        app.Mailbox.Tells(["assignment"], "2026-03-02 09:00 assignment conseil2", "2026-03-10 14:00 assignment conseil3");
        app.Mailbox.Only("assignment", Staff.ThirdHandler).Says(reference, "Responsable réclamations", "Connaît le contrat.", "dégât des eaux");
    }

    [Theory, StraightAndRestarted]
    public async Task StaffMail_EveryKind_CarriesExactlyOneLinkOfItsOwn(bool restarts)
    {
        await using TestApp app = await TestApp.StartAsync("2026-03-02 09:00", restarts);
        await app.EnterAsync("letter", Intents.WithoutEmail);
        await app.AdvanceToAsync("2026-05-20 12:00");

        Assert.All(app.Mailbox, mail => Assert.Equal(mail.StaffLink, Assert.Single(mail.Links)));
        (await app.LookAtAsync(app.Mailbox.Of("response-reminder")[^1].StaffLink)).Says("Paul Durand");
    }
}
