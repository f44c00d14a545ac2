using ComplaintFlow.Scenarios.App;

namespace ComplaintFlow.Scenarios.WhoIsTold;

/// <summary><c>acknowledgement</c>: to a client with an address, at once, once per complaint.</summary>
public sealed class AcknowledgementTests
{
    [Theory, StraightAndRestarted]
    public async Task Acknowledgement_ClientWithAnAddress_ComesAtOnceAndOnce(bool restarts)
    {
        await using TestApp app = await TestApp.StartAsync("2026-03-02 09:00", restarts);
        string reference = await app.ComplainAsync();
        await app.AdvanceToAsync("2026-03-03 09:00");
        await app.ActAsync(reference, "acknowledge", Staff.OtherHandler, new { by = "email" });
        await app.AdvanceToAsync("2026-03-31 09:00");

        app.Mailbox.Tells(["acknowledgement"], "2026-03-02 09:00 acknowledgement client1001");
        app.Mailbox.Only("acknowledgement").Says(reference, "Sinistre non remboursé", "Conseil 2", "samedi 2 mai 2026", "dégât des eaux");
    }

    [Theory, StraightAndRestarted]
    public async Task Acknowledgement_AddressLearntLater_ComesThen(bool restarts)
    {
        await using TestApp app = await TestApp.StartAsync("2026-03-02 09:00", restarts);
        string reference = await app.EnterAsync("letter", Intents.WithoutEmail);
        await app.AdvanceToAsync("2026-03-04 10:00");
        Assert.Empty(app.Mailbox.Of("acknowledgement"));

        await app.ActAsync(reference, "correct", Staff.DefaultHandler, new { complainant = new { email = "paul.durand@example.fr" } });

        app.Mailbox.Tells(["acknowledgement"], "2026-03-04 10:00 acknowledgement paul.durand");
        Assert.Equal("acknowledged", (await app.ReadAsync(reference)).Field("status"));
    }
}
