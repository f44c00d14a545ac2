using ComplaintFlow.Scenarios.App;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;

namespace ComplaintFlow.Scenarios.Orchestration;

/// <summary>
/// A complaint keeps its orchestration as long as it is open and a day longer: a nudge that came while one ends would be lost, and its
/// mails wait for the sweep.
/// </summary>
public sealed class KeptOrchestrationTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task AComplaintInMediation_WhereTimeBringsNothing_KeepsItsOrchestrationUntilADayAfterItIsClosed(bool restarts)
    {
        await using TestApp app = await TestApp.StartAsync(restarts: restarts);
        string reference = await app.ComplainAsync();
        await app.AnswerAsync(reference);
        await app.ActAsync(reference, "escalate", Staff.Manager);
        await app.AnswerAsync(reference, Staff.Manager, Staff.Director);
        await app.ActAsync(reference, "refer", Staff.Manager, new { on = "2026-03-02" });
        await app.AdvanceToAsync("2026-06-02 09:00");
        Assert.False(await HasEndedAsync(app, reference));

        await app.ActAsync(reference, "mediator-outcome", Staff.Manager, new { outcome = "accepted", on = "2026-06-02" });
        Assert.Equal("2026-06-02 09:00", $"{app.Mailbox.Only("closed").At:yyyy-MM-dd HH:mm}");
        Assert.False(await HasEndedAsync(app, reference));

        await app.AdvanceToAsync("2026-06-03 09:00");
        Assert.True(await HasEndedAsync(app, reference));
    }

    private static async Task<bool> HasEndedAsync(TestApp app, string reference)
    {
        await app.SettleAsync();
        return (await app.Services.GetRequiredService<DurableTaskClient>().GetInstanceAsync(reference))!.IsCompleted;
    }
}
