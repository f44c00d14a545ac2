using ComplaintFlow.Scenarios.App;

namespace ComplaintFlow.Scenarios.WhoIsTold;

/// <summary><c>extension</c>: to the client, once per extension.</summary>
public sealed class ExtensionTests
{
    [Theory, StraightAndRestarted]
    public async Task Extension_TwiceAndRepeated_IsToldOncePerExtension(bool restarts)
    {
        await using TestApp app = await TestApp.StartAsync("2026-03-02 09:00", restarts);
        string reference = await app.ComplainAsync();
        await app.AdvanceToAsync("2026-04-28 10:00");
        await app.ActAsync(reference, "extend", Staff.OtherHandler, new { reason = "Expertise.", until = "2026-05-20" });
        await app.ActAsync(reference, "extend", Staff.OtherHandler, new { reason = "Expertise.", until = "2026-05-20" });
        await app.AdvanceToAsync("2026-05-19 10:00");
        await app.ActAsync(reference, "extend", Staff.Manager, new { reason = "Contre-expertise.", until = "2026-06-10" });
        await app.AdvanceToAsync("2026-06-01 10:00");

        app.Mailbox.Tells(["extension"], "2026-04-28 10:00 extension client1001", "2026-05-19 10:00 extension client1001");
        app.Mailbox.Of("extension")[1].Says("mercredi 20 mai 2026", "mercredi 10 juin 2026", "Contre-expertise.");
    }
}
