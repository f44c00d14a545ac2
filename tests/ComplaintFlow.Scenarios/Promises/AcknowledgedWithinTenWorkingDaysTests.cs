using System.Text.Json.Nodes;
using ComplaintFlow.Scenarios.App;

namespace ComplaintFlow.Scenarios.Promises;

/// <summary>Promise 2 of the published procedure: acknowledged within 10 jours ouvrables, unless answered within that time.</summary>
public sealed class AcknowledgedWithinTenWorkingDaysTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Acknowledgement_ClientWithAnAddress_LeavesAtOnceAndOnce(bool restarts)
    {
        await using TestApp app = await TestApp.StartAsync(at: "2026-03-02 09:00", restarts);
        string reference = await app.ComplainAsync();

        await app.AdvanceToAsync("2026-05-01 00:00");

        TestMail mail = app.Mailbox.Only("acknowledgement");
        Assert.Equal(TestApp.Instant("2026-03-02 09:00"), mail.At);
        Assert.Equal(Staff.Client, mail.To);
        JsonNode complaint = await app.ReadAsync(reference);
        Assert.Equal("acknowledged", (string)complaint["status"]!);
        Assert.DoesNotContain(app.Mailbox, each => each.Kind == "deadline-missed");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Miss_LetterNeverAcknowledged_IsToldToTheManagerOnceFromTheFirstInstantAfter(bool restarts)
    {
        await using TestApp app = await TestApp.StartAsync(at: "2026-03-02 09:00", restarts);
        await app.EnterAsync("letter", Intents.WithoutEmail);

        await app.AdvanceToAsync("2026-03-13 23:59:59");
        Assert.DoesNotContain(app.Mailbox, mail => mail.Kind == "deadline-missed");

        await app.AdvanceToAsync("2026-03-14 00:00");
        TestMail missed = app.Mailbox.Only("deadline-missed");
        Assert.Equal(Staff.Manager, missed.To);
        Assert.Equal(TestApp.Instant("2026-03-14 00:00"), missed.At);

        await app.AdvanceToAsync("2026-03-30 12:00");
        app.Mailbox.Only("deadline-missed");
    }
}
