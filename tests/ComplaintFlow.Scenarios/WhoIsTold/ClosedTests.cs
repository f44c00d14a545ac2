using ComplaintFlow.Scenarios.App;

namespace ComplaintFlow.Scenarios.WhoIsTold;

/// <summary><c>closed</c>: to the client, once.</summary>
public sealed class ClosedTests
{
    [Theory, StraightAndRestarted]
    public async Task Closed_ByTheHandlerTwice_IsToldOnce(bool restarts)
    {
        await using TestApp app = await TestApp.StartAsync("2026-03-02 09:00", restarts);
        string reference = await app.ComplainAsync();
        await app.AnswerAsync(reference);
        await app.AdvanceToAsync("2026-03-10 10:00");
        await app.ActAsync(reference, "close", Staff.OtherHandler, new { reason = "satisfied" });
        await app.ActAsync(reference, "close", Staff.OtherHandler, new { reason = "satisfied" });
        await app.AdvanceToAsync("2026-06-10 10:00");

        app.Mailbox.Tells(["closed"], "2026-03-10 10:00 closed client1001");
        app.Mailbox.Only("closed").Says("mardi 10 mars 2026", "La Médiation de l’Assurance", "mardi 2 mars 2027");
    }

    [Theory, StraightAndRestarted]
    public async Task Closed_WithdrawnByTheClient_IsConfirmedToTheClientAndToldToTheHandler(bool restarts)
    {
        await using TestApp app = await TestApp.StartAsync("2026-03-02 09:00", restarts);
        await app.ComplainAsync();
        await app.AdvanceToAsync("2026-03-10 10:00");
        await app.FillInAsync(app.Mailbox.Only("acknowledgement").ClientLink, "withdraw", ("reason", "Réglé entre-temps."));
        await app.AdvanceToAsync("2026-06-10 10:00");

        app.Mailbox.Tells(
            ["closed", "client-message", "response-reminder", "deadline-missed", "mediator-information"],
            "2026-03-10 10:00 client-message conseil2",
            "2026-03-10 10:00 closed client1001");
        app.Mailbox.Only("client-message").Says("Réglé entre-temps.");
    }
}
