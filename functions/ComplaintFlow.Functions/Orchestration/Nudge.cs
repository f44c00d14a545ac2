using ComplaintFlow.Domain.Complaints;
using ComplaintFlow.Functions.Telemetry;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace ComplaintFlow.Functions.Orchestration;

/// <summary>
/// Tells a complaint's orchestration to look at the store. It carries no data, so losing one is harmless: every turn
/// reads the state, and the sweep nudges what was forgotten. Hence it never fails whoever calls it.
/// </summary>
public sealed partial class Nudge(ILogger<Nudge> logger)
{
    /// <summary>The name of the external event.</summary>
    public const string Event = "nudge";

    /// <summary>Starts the orchestration of a complaint that was just opened; its first turn reads the store.</summary>
    public Task StartAsync(DurableTaskClient client, Reference reference, CancellationToken cancellationToken) =>
        TryAsync(reference, () => StartOnceAsync(client, reference, cancellationToken));

    /// <summary>Starts the orchestration if there is none or it has ended, else raises the event.</summary>
    public Task SendAsync(DurableTaskClient client, Reference reference, CancellationToken cancellationToken) =>
        TryAsync(reference, async () =>
        {
            if (await IsUnderWayAsync(client, reference, cancellationToken))
            {
                await client.RaiseEventAsync(reference.Value, Event, cancellation: cancellationToken);
            }
            else
            {
                await StartOnceAsync(client, reference, cancellationToken);
            }
        });

    /// <summary>Starts the orchestration if there is none or it has ended; one that runs is left alone.</summary>
    public Task EnsureStartedAsync(DurableTaskClient client, Reference reference, CancellationToken cancellationToken) =>
        TryAsync(reference, async () =>
        {
            if (!await IsUnderWayAsync(client, reference, cancellationToken))
            {
                await StartOnceAsync(client, reference, cancellationToken);
            }
        });

    private async Task TryAsync(Reference reference, Func<Task> nudge)
    {
        try
        {
            await nudge();
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            LogLost(logger, reference.Value, ScrubbedException.Of(exception));
        }
    }

    private static async Task StartOnceAsync(DurableTaskClient client, Reference reference, CancellationToken cancellationToken)
    {
        try
        {
            await client.ScheduleNewOrchestrationInstanceAsync(
                nameof(ComplaintOrchestrator), null, new StartOrchestrationOptions(reference.Value), cancellationToken);
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
        {
            // "Already exists" reaches the worker as a failure without a type of its own: somebody else was first, which is as good.
            if (!await IsUnderWayAsync(client, reference, cancellationToken))
            {
                throw;
            }
        }
    }

    private static async Task<bool> IsUnderWayAsync(DurableTaskClient client, Reference reference, CancellationToken cancellationToken) =>
        await client.GetInstanceAsync(reference.Value, cancellationToken) is { IsCompleted: false };

    [LoggerMessage(EventIds.NudgeLost, LogLevel.Warning, "The nudge for {Reference} was lost; the sweep will come by.")]
    private static partial void LogLost(ILogger logger, string reference, Exception exception);
}
