using System.Text.Json.Nodes;
using ComplaintFlow.Scenarios.App;
using static ComplaintFlow.Scenarios.App.IncomingMails;

namespace ComplaintFlow.Scenarios.Email;

/// <summary>A mail of ours that comes back: the effect failed, the handler is told, the letter is owed while the ten days run.</summary>
public sealed class BounceTests
{
    [Theory, StraightAndRestarted]
    public async Task Bounce_OfTheAcknowledgement_UndoesItAndTellsTheHandler(bool restarts)
    {
        await using TestApp app = await TestApp.StartAsync("2026-03-02 09:00", restarts);
        string reference = await app.ComplainAsync();
        TestMail sent = app.Mailbox.Only("acknowledgement");
        Assert.Equal("acknowledged", (await app.ReadAsync(reference)).Field("status"));
        await app.AdvanceToAsync("2026-03-03 09:00");
        Assert.Equal(reference, await app.TakeMailAsync(Bounce(sent.MessageId, Staff.Client), "bounce"));
        await app.AdvanceToAsync("2026-03-04 09:00");

        JsonNode complaint = await app.ReadAsync(reference);
        Assert.Equal("received", complaint.Field("status"));
        JsonNode effect = Assert.Single(complaint["effects"]!.AsArray(), effect => effect!.Field("kind") == "acknowledgement")!;
        Assert.Equal("failed", effect.Field("status"));
        app.Mailbox.Only("delivery-failed", Staff.OtherHandler).Says(reference, "accusé de réception");
    }

    [Fact]
    public async Task Delay_OfAMailOfOurs_ChangesNothing()
    {
        await using TestApp app = await TestApp.StartAsync("2026-03-02 09:00");
        string reference = await app.ComplainAsync();
        await app.SettleAsync();
        string? before = (await app.ReadAsync(reference)).Field("version");
        Assert.Equal(reference, await app.TakeMailAsync(Bounce(app.Mailbox.Only("acknowledgement").MessageId, Staff.Client, "delayed", "4.4.1"), "bounce"));
        Assert.Equal(before, (await app.ReadAsync(reference)).Field("version"));
    }

    [Fact]
    public async Task Bounce_OfAMailThatIsNotOurs_IsParked()
    {
        await using TestApp app = await TestApp.StartAsync("2026-03-02 09:00");
        await app.ComplainAsync();
        await app.TakeMailAsync(Bounce("7b0c6a0e-0000-8000-8000-000000000000@courtier.example", Staff.Client), "parked");
        await app.TakeMailAsync(Bounce("quelconque@ailleurs.example", Staff.Client), "parked");
        Assert.Empty(app.Mailbox.Of("delivery-failed"));
    }
}
