using System.Text.Json.Nodes;
using ComplaintFlow.Scenarios.App;

namespace ComplaintFlow.Scenarios.Regulator;

/// <summary>The clock runs the same when the handling is handed over to the insurer or a partner; the partner's delay is watched.</summary>
public sealed class HandOverTests
{
    [Theory, StraightAndRestarted]
    public async Task HandOver_InsurerSilent_LeavesTheDatesAndIsWatchedLikeAnyOther(bool restarts)
    {
        await using TestApp app = await TestApp.StartAsync("2026-03-02 09:00", restarts);
        string reference = await app.ComplainAsync();
        await app.AdvanceToAsync("2026-03-10 14:00");

        JsonNode complaint = await app.ActAsync(
            reference, "transfer", Staff.OtherHandler, new { to = "Assurances du Rhône", on = "2026-03-09", reason = "L’assureur seul peut indemniser." });
        Assert.Equal("acknowledged", complaint.Field("status"));
        Assert.Equal("2026-05-02", complaint.Field("deadlines.respondBy"));
        Assert.Equal(Staff.OtherHandler, complaint.Field("handler"));

        await app.AdvanceToAsync("2026-05-03 00:00");

        app.Mailbox.Tells(
            ["progress", "response-reminder", "deadline-missed", "mediator-information"],
            "2026-03-10 14:00 progress client1001",
            "2026-04-01 08:00 response-reminder conseil2",
            "2026-04-16 08:00 response-reminder conseil2",
            "2026-04-16 08:00 response-reminder reclamations",
            "2026-04-25 08:00 response-reminder conseil2",
            "2026-04-25 08:00 response-reminder reclamations",
            "2026-05-02 08:00 response-reminder conseil2",
            "2026-05-02 08:00 response-reminder reclamations",
            "2026-05-03 00:00 deadline-missed reclamations",
            "2026-05-03 00:00 mediator-information client1001");
    }

    [Fact]
    public async Task HandOver_BeforeTheComplaintWasReceived_IsRejected()
    {
        await using TestApp app = await TestApp.StartAsync("2026-03-02 09:00");
        string reference = await app.ComplainAsync();

        JsonNode problem = await app.RefusesAsync(
            reference, "transfer", Staff.OtherHandler, new { to = "Assurances du Rhône", on = "2026-03-01", reason = "Indemnisation." }, System.Net.HttpStatusCode.BadRequest);

        Assert.NotNull(problem["errors"]!["on"]);
    }
}
