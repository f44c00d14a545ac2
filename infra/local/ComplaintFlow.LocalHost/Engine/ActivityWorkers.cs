using System.Threading.Channels;
using ComplaintFlow.LocalHost.Hosting;
using Microsoft.DurableTask;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ComplaintFlow.LocalHost.Engine;

/// <summary>
/// Carries out activities, many at a time. An activity's row is removed together with the noting of its result, so one
/// that was under way at a crash is carried out again.
/// </summary>
internal sealed partial class ActivityWorkers(
    FunctionCatalogue functions, FunctionPipeline pipeline, IServiceScopeFactory scopes, Underway underway, Deliveries deliveries, ILogger logger)
{
    private const int Degree = 32;
    private readonly Channel<(ActivityCall Call, Underway.Lease Lease)> _queue = Channel.CreateUnbounded<(ActivityCall Call, Underway.Lease Lease)>();

    public void Add(ActivityCall call)
    {
        Underway.Lease lease = underway.Enter();
        if (!_queue.Writer.TryWrite((call, lease)))
        {
            // Stopping: the row is still there for the next start.
            lease.Dispose();
        }
    }

    /// <summary>Works until <see cref="Complete"/> has been called and what was under way has ended.</summary>
    /// <param name="leave">Nothing new is begun once this is cancelled.</param>
    /// <param name="hurry">What is under way is asked to end once this is cancelled.</param>
    public Task RunAsync(CancellationToken leave, CancellationToken hurry) =>
        Task.WhenAll(Enumerable.Range(0, Degree).Select(_ => OwnWork.StartAsync(() => WorkAsync(leave, hurry))));

    /// <summary>Takes no more.</summary>
    public void Complete() => _queue.Writer.TryComplete();

    private async Task WorkAsync(CancellationToken leave, CancellationToken hurry)
    {
        while (await _queue.Reader.TakeAsync() is (true, (ActivityCall Call, Underway.Lease Lease) next))
        {
            using (next.Lease)
            {
                if (!leave.IsCancellationRequested)
                {
                    await CarryOutAsync(next.Call, next.Lease, leave, hurry);
                }
            }
        }
    }

    private async Task CarryOutAsync(ActivityCall call, Underway.Lease lease, CancellationToken leave, CancellationToken hurry)
    {
        underway.Work(lease);
        HistoryEvent answer;
        try
        {
            answer = new HistoryEvent(HistoryKind.Completed, call.Task, call.Name, await CallAsync(call, hurry));
        }
        catch (OperationCanceledException) when (hurry.IsCancellationRequested)
        {
            return;
        }
        catch (Exception exception)
        {
            LogFailed(logger, call.Name, call.InstanceId, exception);

            // The worker of Azure does not say of which type an exception was, so neither does this one.
            TaskFailureDetails failure = TaskFailureDetails.FromException(exception) with { ErrorType = "(unknown)" };
            answer = new HistoryEvent(HistoryKind.Failed, call.Task, call.Name, Payload.Write(failure));
        }

        if (!await TryNoteAsync(call, answer, leave))
        {
            _ = NoteLaterAsync(call, answer, leave);
        }
    }

    private async Task<string?> CallAsync(ActivityCall call, CancellationToken hurry)
    {
        Function function = functions.Activity(call.Name)
            ?? throw new InvalidOperationException($"There is no activity '{call.Name.Name}'.");
        await using AsyncServiceScope scope = scopes.CreateAsyncScope();
        Invocation invocation = new(function, scope.ServiceProvider, hurry) { Trigger = call };
        await pipeline.RunAsync(invocation);
        return Payload.Write(invocation.Result);
    }

    /// <summary>
    /// The result is kept while the file does not answer, and holds no worker: what has been done once is not done again
    /// for that.
    /// </summary>
    private async Task NoteLaterAsync(ActivityCall call, HistoryEvent answer, CancellationToken leave)
    {
        using Underway.Lease lease = underway.Enter();
        do
        {
            await Task.Delay(EngineCondition.Pause, TimeProvider.System, leave).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        while (!await TryNoteAsync(call, answer, leave));
    }

    /// <summary>Stores the result.</summary>
    /// <returns>False when the file does not answer: it is to be tried again.</returns>
    private async Task<bool> TryNoteAsync(ActivityCall call, HistoryEvent answer, CancellationToken leave)
    {
        try
        {
            await deliveries.DeliverAsync(new Arrival(call.InstanceId, answer, call));
        }
        catch (EngineUnavailableException) when (!leave.IsCancellationRequested)
        {
            return false;
        }
        catch (Exception exception)
        {
            // The row is still there: the activity runs again at the next start.
            LogNotNoted(logger, call.Name, call.InstanceId, exception);
        }

        return true;
    }

    [LoggerMessage(202, LogLevel.Warning, "Activity {Activity} of {Instance} failed.")]
    private static partial void LogFailed(ILogger logger, string activity, string instance, Exception exception);

    [LoggerMessage(203, LogLevel.Error, "The result of activity {Activity} of {Instance} could not be stored.")]
    private static partial void LogNotNoted(ILogger logger, string activity, string instance, Exception exception);
}
