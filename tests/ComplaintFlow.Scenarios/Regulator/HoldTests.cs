using System.Net;
using System.Text.Json.Nodes;
using ComplaintFlow.Scenarios.App;

namespace ComplaintFlow.Scenarios.Regulator;

/// <summary>Personal data are kept longer under a hold (litigation, mediation), which the manager places and lifts.</summary>
public sealed class HoldTests
{
    [Theory, StraightAndRestarted]
    public async Task Hold_PlacedAndLifted_IsTheManagersAndChangesNothingElse(bool restarts)
    {
        await using TestApp app = await TestApp.StartAsync("2026-03-02 09:00", restarts);
        string reference = await app.ComplainAsync();
        await app.RefusesAsync(reference, "hold", Staff.OtherHandler, new { reason = "Assignation." }, HttpStatusCode.Forbidden);

        JsonNode held = await app.ActAsync(reference, "hold", Staff.Manager, new { reason = "Assignation." });
        Assert.Equal("true", held.Field("onHold"));
        Assert.Equal("acknowledged", held.Field("status"));

        await app.AdvanceToAsync("2026-04-02 09:00");
        JsonNode again = await app.ActAsync(reference, "hold", Staff.Manager, new { reason = "Assignation." });
        Assert.Single(again.Lines("hold"));
        JsonNode released = await app.ActAsync(reference, "release", Staff.Manager, new { reason = "Désistement." });
        Assert.Equal("false", released.Field("onHold"));
        Assert.Single(released.Lines("hold-released"));
    }

    [Theory, StraightAndRestarted]
    public async Task Hold_OnAClosedComplaint_IsAllowed(bool restarts)
    {
        await using TestApp app = await TestApp.StartAsync("2026-03-02 09:00", restarts);
        string reference = await app.ComplainAsync();
        await app.ActAsync(reference, "withdraw", Staff.OtherHandler, new { reason = "Demande du client." });
        await app.AdvanceToAsync("2026-04-02 09:00");

        JsonNode held = await app.ActAsync(reference, "hold", Staff.Manager, new { reason = "Contrôle de l’ACPR." });

        Assert.Equal("true", held.Field("onHold"));
        Assert.Equal("closed", held.Field("status"));
    }
}
