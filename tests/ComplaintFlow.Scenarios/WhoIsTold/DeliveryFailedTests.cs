using System.Text.Json.Nodes;
using ComplaintFlow.Scenarios.App;

namespace ComplaintFlow.Scenarios.WhoIsTold;

/// <summary><c>delivery-failed</c>: to the handler, once per failed mail to the client.</summary>
public sealed class DeliveryFailedTests
{
    [Theory, StraightAndRestarted]
    public async Task RejectedAddress_EachMailToTheClient_IsToldToTheHandlerAndNeverStopsTheTimers(bool restarts)
    {
        await using TestApp app = await TestApp.StartAsync("2026-03-02 09:00", restarts, configure: RefusingTransport.Of(Staff.Client));
        string reference = await app.ComplainAsync();
        await app.AdvanceToAsync("2026-03-10 10:00");
        await app.ActAsync(reference, "message", Staff.OtherHandler, new { text = "Nous étudions votre demande." });
        await app.AdvanceToAsync("2026-03-14 00:00");

        app.Mailbox.Tells(
            [],
            "2026-03-02 09:00 assignment conseil2",
            "2026-03-02 09:00 delivery-failed conseil2",
            "2026-03-07 08:00 acknowledgement-reminder conseil2",
            "2026-03-10 10:00 delivery-failed conseil2",
            "2026-03-11 08:00 acknowledgement-reminder conseil2",
            "2026-03-13 08:00 acknowledgement-reminder conseil2",
            "2026-03-13 08:00 acknowledgement-reminder reclamations",
            "2026-03-14 00:00 deadline-missed reclamations");
        app.Mailbox.Of("delivery-failed")[0].Says(reference, "accusé de réception");
        JsonNode complaint = await app.ReadAsync(reference);
        Assert.Equal("received", complaint.Field("status"));
        Assert.Equal(2, complaint["effects"]!.AsArray().Count(effect => effect!.Field("status") == "failed"));
    }

    [Theory, StraightAndRestarted]
    public async Task RejectedAddress_OfTheHandler_IsNoMailToTheClient(bool restarts)
    {
        await using TestApp app = await TestApp.StartAsync("2026-03-02 09:00", restarts, configure: RefusingTransport.Of(Staff.OtherHandler));
        string reference = await app.ComplainAsync();
        await app.AdvanceToAsync("2026-03-10 10:00");

        app.Mailbox.Tells([], "2026-03-02 09:00 acknowledgement client1001");
        Assert.Equal("acknowledged", (await app.ReadAsync(reference)).Field("status"));
    }
}
