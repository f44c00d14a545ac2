using ComplaintFlow.LocalHost.Hosting;
using Microsoft.DurableTask;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ComplaintFlow.LocalHost.Engine;

/// <summary>Runs one turn of an orchestrator: replays its history, gives it what has arrived, and sees where it stands.</summary>
internal sealed partial class TurnRunner(
    FunctionCatalogue functions, FunctionPipeline pipeline, IServiceScopeFactory scopes, ILoggerFactory loggers, TimeProvider time)
{
    /// <summary>In characters of JSON: 16 KB in UTF-16, which Durable Functions allows.</summary>
    private const int LongestCustomStatus = 8 * 1024;

    private readonly ILogger _logger = loggers.CreateLogger<OrchestrationEngine>();

    public async Task<TurnResult> RunAsync(TurnInput input)
    {
        TurnResult result = await CarryOutAsync(input);
        if (result.Outcome is TurnOutcome.Threw threw)
        {
            LogFailed(_logger, input.Instance.Name, input.Instance.Id, threw.Failure.ErrorMessage);
        }

        return result;
    }

    private async Task<TurnResult> CarryOutAsync(TurnInput input)
    {
        // A clock that was set back does not take an orchestration back in time.
        long earliest = input.Past.LastOrDefault(line => line.Kind == HistoryKind.TurnStarted)?.At ?? input.Instance.Created;
        HistoryEvent start = new(HistoryKind.TurnStarted, At: Math.Max(time.GetUtcNow().UtcTicks, earliest));
        if (functions.Orchestrator(input.Instance.Name) is not { } orchestrator)
        {
            return new TurnResult([start], Threw(new InvalidOperationException($"There is no orchestrator '{input.Instance.Name}'.")));
        }

        await using AsyncServiceScope scope = scopes.CreateAsyncScope();
        return Run(input, start, orchestrator, scope.ServiceProvider);
    }

    private TurnResult Run(TurnInput input, HistoryEvent start, Function orchestrator, IServiceProvider services)
    {
        TurnLoop loop = new();
        Replay replay = new(loop);
        OrchestrationContext context = new(input.Instance, replay, loggers);

        // No token: a turn that ended early because the host stops would not be the same when it is replayed.
        Invocation invocation = new(orchestrator, services, CancellationToken.None) { Trigger = context };
        Task? code = null;
        List<HistoryEvent> added = [start, .. input.Arrived];
        try
        {
            foreach (HistoryEvent line in input.Past)
            {
                Take(line);
            }

            replay.EndOfPast();
            added.ForEach(Take);
        }
        catch (NonDeterminismException exception)
        {
            return new TurnResult(added, Threw(exception)) { CustomStatus = context.CustomStatus, SetsCustomStatus = context.SetsCustomStatus };
        }

        if (context.CustomStatus is { Length: > LongestCustomStatus })
        {
            return new TurnResult(added, Threw(new ArgumentException(
                $"The custom status is longer than 16 KB in UTF-16 ({context.CustomStatus.Length:N0} characters of JSON; {LongestCustomStatus:N0} at most).")));
        }

        added.AddRange(replay.NewSteps);
        TurnOutcome outcome = Outcome(code!, loop, replay, context, invocation);
        loop.End();
        return new TurnResult(added, outcome)
        {
            Intrusion = outcome is TurnOutcome.Waits ? loop.Intrusion : null,
            CancelledTimers = replay.CancelledTimers,
            CustomStatus = context.CustomStatus,
            SetsCustomStatus = context.SetsCustomStatus,
        };

        // The orchestrator starts with the first turn, once that has its instant.
        void Take(HistoryEvent line) => loop.Run(() =>
        {
            replay.Apply(line);
            if (line.Kind == HistoryKind.TurnStarted)
            {
                code ??= StartAsync(invocation);
            }
        });
    }

    private async Task StartAsync(Invocation invocation) => await pipeline.RunAsync(invocation);

    private static TurnOutcome Outcome(Task code, TurnLoop loop, Replay replay, OrchestrationContext context, Invocation invocation)
    {
        if (loop.WasEnteredFromOutside || (!code.IsCompleted && !replay.IsWaiting))
        {
            return Threw(new InvalidOperationException(TurnLoop.ForeignTask));
        }

        // As on Azure, the end comes with the last step under way, though nobody waits for it any more: a timer that was
        // not cancelled keeps the instance running.
        if (!code.IsCompleted || replay.HasOpenSteps)
        {
            return new TurnOutcome.Waits();
        }

        if (code.IsFaulted || code.IsCanceled)
        {
            return Threw(code.Exception?.InnerException ?? new TaskCanceledException(code));
        }

        if (context.Afresh is { } afresh)
        {
            return new TurnOutcome.StartsAfresh(afresh.Input, [.. afresh.KeepsEvents ? replay.EarlyEvents : [], .. replay.LateEvents]);
        }

        try
        {
            return new TurnOutcome.Returned(Payload.Write(invocation.Result));
        }
        catch (Exception exception)
        {
            // A value that is no JSON, or a converter of the app that throws: the same at every try.
            return Threw(exception);
        }
    }

    private static TurnOutcome.Threw Threw(Exception exception)
    {
        TaskFailureDetails failure = TaskFailureDetails.FromException(exception);
        return new(exception is TaskFailedException task ? failure with { InnerFailure = task.FailureDetails } : failure);
    }

    [LoggerMessage(204, LogLevel.Error, "Orchestration {Orchestrator} {Instance} failed: {Reason}")]
    internal static partial void LogFailed(ILogger logger, string orchestrator, string instance, string reason);
}
