using ComplaintFlow.LocalHost.Hosting;
using Microsoft.Extensions.Logging;

namespace ComplaintFlow.LocalHost.Engine;

/// <summary>Takes instances that have something to do and carries out their turns, many instances at a time.</summary>
internal sealed partial class TurnWorkers(
    TurnRunner runner, EngineReader reader, TurnStore store, ReadyInstances ready, Deliveries deliveries, ILogger logger)
{
    private const int Degree = 32;

    /// <summary>Works until the queue is complete; takes nothing more from it once <paramref name="leave"/> is cancelled.</summary>
    public Task RunAsync(CancellationToken leave)
    {
        ready.Open();
        return Task.WhenAll(Enumerable.Range(0, Degree).Select(_ => OwnWork.StartAsync(() => WorkAsync(leave))));
    }

    private async Task WorkAsync(CancellationToken leave)
    {
        while (await ready.Queue.TakeAsync() is (true, { } id))
        {
            do
            {
                IReadOnlyList<Arrival> arrivals = ready.Take(id);
                await (leave.IsCancellationRequested ? deliveries.StoreAsync(id, arrivals) : TakeAsync(id, arrivals, leave));
            }
            while (!ready.Done(id));
        }
    }

    private async Task TakeAsync(string id, IReadOnlyList<Arrival> arrivals, CancellationToken leave)
    {
        try
        {
            if (await TurnAsync(id, arrivals) is { } run)
            {
                Answer(run, arrivals);
            }
            else
            {
                await deliveries.StoreAsync(id, arrivals);
            }
        }
        catch (Exception exception)
        {
            if (exception is not EngineUnavailableException)
            {
                LogTurnLost(logger, id, exception);
            }

            await deliveries.StoreAsync(id, arrivals);
            _ = ready.AddAfterAsync(id, EngineCondition.Pause, leave);
        }
    }

    /// <summary>Takes a turn; null when there is none to take, or it was void.</summary>
    private async Task<InstanceRow?> TurnAsync(string id, IReadOnlyList<Arrival> arrivals)
    {
        if (reader.Read(session => TurnInput.Read(session, id, arrivals)) is not { } input)
        {
            return null;
        }

        TurnResult result = await runner.RunAsync(input);
        return await store.StoreAsync(input, result, arrivals) ? input.Instance : null;
    }

    private static void Answer(InstanceRow run, IReadOnlyList<Arrival> arrivals)
    {
        foreach (Arrival arrival in arrivals)
        {
            arrival.End(arrival.IsFor(run));
        }
    }

    [LoggerMessage(205, LogLevel.Error, "A turn of {Instance} could not be carried out; it is tried again.")]
    private static partial void LogTurnLost(ILogger logger, string instance, Exception exception);
}
