using ComplaintFlow.Scenarios.App;

namespace ComplaintFlow.Scenarios.WhoIsTold;

/// <summary><c>client-message</c>: to the handler, for each message or document.</summary>
public sealed class ClientMessageTests
{
    [Theory, StraightAndRestarted]
    public async Task ClientMessage_EachMessageAndDocument_ReachesTheHandler(bool restarts)
    {
        await using TestApp app = await TestApp.StartAsync("2026-03-02 09:00", restarts);
        await app.ComplainAsync();
        string page = app.Mailbox.Only("acknowledgement").ClientLink;
        await app.AdvanceToAsync("2026-03-03 20:15");
        await app.FillInAsync(page, "message", ("text", "Avez-vous reçu mes photos ?"));
        await app.AdvanceToAsync("2026-03-04 20:15");
        await app.FillInAsync(page, "message", ("text", "Je les renvoie."));
        await app.AttachAsync(page, "photo du dégât.txt", "de l’eau partout");
        await app.AdvanceToAsync("2026-03-20 10:00");

        app.Mailbox.Tells(
            ["client-message"],
            "2026-03-03 20:15 client-message conseil2",
            "2026-03-04 20:15 client-message conseil2",
            "2026-03-04 20:15 client-message conseil2");
        app.Mailbox.Of("client-message")[0].Says("Avez-vous reçu mes photos ?");
        app.Mailbox.Of("client-message")[2].Says("photo du dégât.txt");
    }
}
