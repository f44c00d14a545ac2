using Microsoft.Extensions.Logging;

namespace Microsoft.DurableTask;

/// <summary>
/// What an orchestrator may do. Its code runs again from the beginning in every turn, so it must do the same each time:
/// no clock, no chance, no I/O but through this context.
/// </summary>
public abstract class TaskOrchestrationContext
{
    /// <summary>The orchestrator.</summary>
    public abstract TaskName Name { get; }

    /// <summary>The instance.</summary>
    public abstract string InstanceId { get; }

    /// <summary>The orchestration that called this one, if any.</summary>
    public abstract ParentOrchestrationInstance? Parent { get; }

    /// <summary>The instant of the present turn, in UTC; the same whenever the turn is replayed.</summary>
    public abstract DateTime CurrentUtcDateTime { get; }

    /// <summary>Whether the code runs through steps it has already made.</summary>
    public abstract bool IsReplaying { get; }

    /// <summary>Loggers that are silent during replay.</summary>
    public virtual ILoggerFactory ReplaySafeLoggerFactory => new ComplaintFlow.LocalHost.Engine.ReplaySafeLoggers(this, LoggerFactory);

    /// <summary>Loggers that are not.</summary>
    protected abstract ILoggerFactory LoggerFactory { get; }

    /// <summary>The input of this run.</summary>
    public abstract T? GetInput<T>();

    /// <summary>Calls an activity.</summary>
    /// <exception cref="TaskFailedException">It failed, retries included.</exception>
    public virtual Task CallActivityAsync(TaskName name, object? input = null, TaskOptions? options = null) =>
        CallActivityAsync<object>(name, input, options);

    /// <inheritdoc cref="CallActivityAsync(TaskName, object?, TaskOptions?)"/>
    public virtual Task CallActivityAsync(TaskName name, TaskOptions options) => CallActivityAsync(name, null, options);

    /// <inheritdoc cref="CallActivityAsync(TaskName, object?, TaskOptions?)"/>
    public virtual Task<TResult> CallActivityAsync<TResult>(TaskName name, TaskOptions options) =>
        CallActivityAsync<TResult>(name, null, options);

    /// <inheritdoc cref="CallActivityAsync(TaskName, object?, TaskOptions?)"/>
    public abstract Task<TResult> CallActivityAsync<TResult>(TaskName name, object? input = null, TaskOptions? options = null);

    /// <summary>Waits for a while, counted from the present turn.</summary>
    public virtual Task CreateTimer(TimeSpan delay, CancellationToken cancellationToken) =>
        CreateTimer(CurrentUtcDateTime.Add(delay), cancellationToken);

    /// <summary>Waits until an instant; one of unspecified kind counts as local time. Never early.</summary>
    /// <exception cref="TaskCanceledException">The token was cancelled first.</exception>
    public abstract Task CreateTimer(DateTime fireAt, CancellationToken cancellationToken);

    /// <summary>
    /// Waits for the next event of a name, in either case. Events are served in the order of their arrival, the youngest
    /// waiter first; a cancelled wait still takes the next event.
    /// </summary>
    /// <exception cref="ArgumentException">Another wait for the same name expects another type.</exception>
    public abstract Task<T> WaitForExternalEvent<T>(string eventName, CancellationToken cancellationToken = default);

    /// <summary>Waits for an event, but no longer than <paramref name="timeout"/>.</summary>
    /// <exception cref="TaskCanceledException">The time is over.</exception>
    public Task<T> WaitForExternalEvent<T>(string eventName, TimeSpan timeout) =>
        WaitForExternalEvent<T>(eventName, timeout, CancellationToken.None);

    /// <inheritdoc cref="WaitForExternalEvent{T}(string, TimeSpan)"/>
    public async Task<T> WaitForExternalEvent<T>(string eventName, TimeSpan timeout, CancellationToken cancellationToken)
    {
        using CancellationTokenSource timerEnds = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using CancellationTokenSource waitEnds = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Task timer = CreateTimer(timeout, timerEnds.Token);
        Task<T> wait = WaitForExternalEvent<T>(eventName, waitEnds.Token);
#pragma warning disable CA1849 // an orchestrator awaits durable tasks only, and CancelAsync is not one
        if (await Task.WhenAny(timer, wait) == timer)
        {
            waitEnds.Cancel();
        }
        else
        {
            timerEnds.Cancel();
        }
#pragma warning restore CA1849

        return await wait;
    }

    /// <summary>Sends an event to another instance; nothing happens if there is none.</summary>
    public abstract void SendEvent(string instanceId, string eventName, object payload);

    /// <summary>Publishes a status that clients can read.</summary>
    public abstract void SetCustomStatus(object? customStatus);

    /// <summary>Calls another orchestrator and waits for its end.</summary>
    /// <exception cref="TaskFailedException">It failed, retries included.</exception>
    public abstract Task<TResult> CallSubOrchestratorAsync<TResult>(
        TaskName orchestratorName, object? input = null, TaskOptions? options = null);

    /// <inheritdoc cref="CallSubOrchestratorAsync{TResult}(TaskName, object?, TaskOptions?)"/>
    public virtual Task<TResult> CallSubOrchestratorAsync<TResult>(TaskName orchestratorName, TaskOptions options) =>
        CallSubOrchestratorAsync<TResult>(orchestratorName, null, options);

    /// <inheritdoc cref="CallSubOrchestratorAsync{TResult}(TaskName, object?, TaskOptions?)"/>
    public virtual Task CallSubOrchestratorAsync(TaskName orchestratorName, TaskOptions options) =>
        CallSubOrchestratorAsync(orchestratorName, null, options);

    /// <inheritdoc cref="CallSubOrchestratorAsync{TResult}(TaskName, object?, TaskOptions?)"/>
    public virtual Task CallSubOrchestratorAsync(TaskName orchestratorName, object? input = null, TaskOptions? options = null) =>
        CallSubOrchestratorAsync<object>(orchestratorName, input, options);

    /// <summary>Ends this run when the orchestrator returns, and starts the next one with an empty history.</summary>
    public abstract void ContinueAsNew(object? newInput = null, bool preserveUnprocessedEvents = true);

    /// <inheritdoc cref="ContinueAsNew(object?, bool)"/>
    public virtual void ContinueAsNew(ContinueAsNewOptions options) =>
        ContinueAsNew(options.NewInput, options.PreserveUnprocessedEvents);

    /// <summary>A new id, the same whenever the step is replayed.</summary>
    public abstract Guid NewGuid();

    /// <summary>A logger that is silent during replay.</summary>
    public virtual ILogger CreateReplaySafeLogger(string categoryName) => ReplaySafeLoggerFactory.CreateLogger(categoryName);

    /// <inheritdoc cref="CreateReplaySafeLogger(string)"/>
    public virtual ILogger CreateReplaySafeLogger(Type type) => ReplaySafeLoggerFactory.CreateLogger(type);

    /// <inheritdoc cref="CreateReplaySafeLogger(string)"/>
    public virtual ILogger CreateReplaySafeLogger<T>() => ReplaySafeLoggerFactory.CreateLogger<T>();
}
