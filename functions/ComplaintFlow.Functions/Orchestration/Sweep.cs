using ComplaintFlow.Functions.Telemetry;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace ComplaintFlow.Functions.Orchestration;

/// <summary>Every five minutes and at the start: see <see cref="SweepRun"/>. No deadline depends on one orchestration alone.</summary>
public sealed class Sweep(SweepRun run, Signals signals)
{
    [Function(nameof(Sweep))]
    public async Task Run(
        [TimerTrigger("0 */5 * * * *", RunOnStartup = true)] TimerInfo timer,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken)
    {
        await run.RunAsync(client, cancellationToken);
        signals.TellSweepDone();
    }
}
