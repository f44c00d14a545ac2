using ComplaintFlow.Scenarios.App;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;

namespace ComplaintFlow.Scenarios.Durability;

/// <summary>No deadline depends on one orchestration: ended, purged or never started, the sweep brings it back.</summary>
public sealed class LostNudgeTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Orchestration_Gone_IsStartedAgainByTheSweep(bool purged)
    {
        await using TestApp app = await TestApp.StartAsync(at: "2026-03-02 09:00");
        string reference = await app.EnterAsync("letter", Intents.WithoutEmail);
        await app.SettleAsync();
        DurableTaskClient client = app.Services.GetRequiredService<DurableTaskClient>();
        await client.TerminateInstanceAsync(reference, null, CancellationToken.None);
        await app.SettleAsync();
        if (purged)
        {
            Assert.Equal(1, (await client.PurgeInstanceAsync(reference, CancellationToken.None)).PurgedInstanceCount);
        }

        await app.AdvanceToAsync("2026-03-07 07:59");
        Assert.Empty(app.Mailbox.Of("acknowledgement-reminder"));
        await app.AdvanceToAsync("2026-03-07 08:05");
        app.Mailbox.Only("acknowledgement-reminder");
        await app.AdvanceToAsync("2026-03-14 00:00");
        Assert.Equal(TestApp.Instant("2026-03-14 00:00"), app.Mailbox.Only("deadline-missed").At);
    }
}
