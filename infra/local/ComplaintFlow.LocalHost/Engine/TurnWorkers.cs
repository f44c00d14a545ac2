using ComplaintFlow.LocalHost.Hosting;
using Microsoft.Extensions.Logging;

namespace ComplaintFlow.LocalHost.Engine;

/// <summary>Takes instances that have something to do and carries out their turns, many instances at a time.</summary>
internal sealed partial class TurnWorkers(
    TurnRunner runner, EngineReader reader, EngineWriter writer, ReadyInstances ready, InstanceWatch watch, TimeProvider time, ILogger logger)
{
    private const int Degree = 32;

    /// <summary>What follows from a commit, told on the writer's thread.</summary>
    public required Action<Consequences, long?> Follow { get; init; }

    /// <summary>Works until the queue is complete; takes nothing more from it once <paramref name="leave"/> is cancelled.</summary>
    public Task RunAsync(CancellationToken leave) =>
        Task.WhenAll(Enumerable.Range(0, Degree).Select(_ => OwnWork.StartAsync(() => WorkAsync(leave))));

    private async Task WorkAsync(CancellationToken leave)
    {
        while (await ready.Queue.WaitToReadAsync(CancellationToken.None))
        {
            while (ready.Queue.TryRead(out string? id))
            {
                if (!leave.IsCancellationRequested)
                {
                    await TakeAsync(id, leave);
                    ready.Done(id);
                }
            }
        }
    }

    private async Task TakeAsync(string id, CancellationToken leave)
    {
        try
        {
            if (reader.Read(session => TurnInput.Read(session, id)) is { } input)
            {
                TurnResult result = await runner.RunAsync(input);
                if (result.Outcome is TurnOutcome.Threw threw)
                {
                    LogFailed(logger, input.Instance.Name, id, threw.Failure.ErrorMessage);
                }

                await CommitAsync(input, result);
            }
        }
        catch (Exception exception)
        {
            if (exception is not EngineUnavailableException)
            {
                LogTurnLost(logger, id, exception);
            }

            ready.Add(id);
            await Task.Delay(EngineCondition.Pause, TimeProvider.System, leave).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private Task CommitAsync(TurnInput input, TurnResult result) => writer.WriteAsync(
        session =>
        {
            Consequences? consequences = TurnCommit.Apply(session, input, result, time.GetUtcNow().UtcTicks);
            return (Consequences: consequences, FirstDue: consequences is { TimersChanged: true } ? DueTimers.First(session) : null);
        },
        after =>
        {
            if (after.Consequences is { } consequences)
            {
                Follow(consequences, after.FirstDue);
                watch.Changed(input.Instance.Id);
            }
            else
            {
                // The run was ended and another may have begun.
                ready.Add(input.Instance.Id);
            }
        });

    [LoggerMessage(204, LogLevel.Error, "Orchestration {Orchestrator} {Instance} failed: {Reason}")]
    private static partial void LogFailed(ILogger logger, string orchestrator, string instance, string reason);

    [LoggerMessage(205, LogLevel.Error, "A turn of {Instance} could not be carried out; it is tried again.")]
    private static partial void LogTurnLost(ILogger logger, string instance, Exception exception);
}
