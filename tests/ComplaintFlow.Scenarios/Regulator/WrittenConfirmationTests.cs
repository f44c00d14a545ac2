using System.Text.Json.Nodes;
using ComplaintFlow.Scenarios.App;

namespace ComplaintFlow.Scenarios.Regulator;

/// <summary>A written complaint gets a written answer: an answer by telephone is confirmed in writing before the case closes.</summary>
public sealed class WrittenConfirmationTests
{
    [Theory, StraightAndRestarted]
    public async Task Close_BeforeTheConfirmationLeft_IsRefusedEvenWhenTheClientIsSatisfied(bool restarts)
    {
        await using TestApp app = await TestApp.StartAsync("2026-03-02 09:00", restarts);
        string reference = await app.ComplainAsync();
        await app.AdvanceToAsync("2026-03-04 10:00");
        await app.ActAsync(reference, "record-call", Staff.OtherHandler, new { summary = "Remboursement promis.", satisfied = true });

        JsonNode problem = await app.RefusesAsync(reference, "close", Staff.OtherHandler, new { reason = "satisfied" });
        Assert.Contains("réponse écrite", problem.Field("detail"), StringComparison.Ordinal);

        await app.ActAsync(reference, "submit", Staff.OtherHandler);
        await app.ActAsync(reference, "approve", Staff.Manager);
        await app.AdvanceToAsync("2026-03-05 10:00");
        JsonNode closed = await app.ActAsync(reference, "close", Staff.OtherHandler, new { reason = "satisfied" });

        Assert.Equal("satisfied", closed.Field("closure"));
        app.Mailbox.Only("answer", Staff.Client).Says("Remboursement promis.");
    }

    [Theory, StraightAndRestarted]
    public async Task Confirmation_ClientWithoutAnAddress_IsALetterWhoseDepartureCounts(bool restarts)
    {
        await using TestApp app = await TestApp.StartAsync("2026-03-02 09:00", restarts);
        string reference = await app.EnterAsync("letter", Intents.WithoutEmail);
        await app.ActAsync(reference, "record-call", Staff.DefaultHandler, new { summary = "Remboursement promis." });
        await app.ActAsync(reference, "submit", Staff.DefaultHandler);
        JsonNode approved = await app.ActAsync(reference, "approve", Staff.Manager);
        Assert.NotEqual("answered", approved.Field("status"));
        await app.AdvanceToAsync("2026-03-06 10:00");
        await app.RefusesAsync(reference, "close", Staff.DefaultHandler, new { reason = "satisfied" });

        JsonNode sent = await app.ActAsync(reference, "record-sent", Staff.DefaultHandler, new { on = "2026-03-06" });

        Assert.Equal("answered", sent.Field("status"));
        Assert.Equal("2026-03-06", sent.Field("answeredOn"));
    }
}
