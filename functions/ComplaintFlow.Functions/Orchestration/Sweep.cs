using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace ComplaintFlow.Functions.Orchestration;

/// <summary>Every five minutes and at the start: see <see cref="SweepRun"/>. No deadline depends on one orchestration alone.</summary>
public sealed class Sweep(SweepRun run)
{
    [Function(nameof(Sweep))]
    public Task Run(
        [TimerTrigger("0 */5 * * * *", RunOnStartup = true)] TimerInfo timer,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken) => run.RunAsync(client, cancellationToken);
}
