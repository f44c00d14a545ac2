using Microsoft.DurableTask;
using Microsoft.Extensions.Logging;

namespace ComplaintFlow.LocalHost.Engine;

/// <summary>What an orchestrator sees of its turn.</summary>
internal sealed class OrchestrationContext(InstanceRow instance, Replay replay, ILoggerFactory loggers) : TaskOrchestrationContext
{
    private int _ids;

    public override TaskName Name => instance.Name;

    public override string InstanceId => instance.Id;

    public override ParentOrchestrationInstance? Parent =>
        instance.ParentId is { } id ? new ParentOrchestrationInstance(instance.ParentName!, id) : null;

    public override DateTime CurrentUtcDateTime => replay.Now;

    public override bool IsReplaying => replay.IsReplaying;

    /// <summary>The custom status last set, as JSON.</summary>
    public string? CustomStatus { get; private set; }

    /// <summary>Whether the orchestrator has ever set it, be it to null.</summary>
    public bool SetsCustomStatus { get; private set; }

    /// <summary>How the orchestrator wants to start afresh; null when it does not.</summary>
    public (string? Input, bool KeepsEvents)? Afresh { get; private set; }

    protected override ILoggerFactory LoggerFactory => loggers;

    public object? GetInput(Type type) => Payload.Read(instance.Input, type);

    public override T? GetInput<T>()
        where T : default
    {
        replay.Check();
        return Payload.Read<T>(instance.Input);
    }

    public override Task<TResult> CallActivityAsync<TResult>(TaskName name, object? input = null, TaskOptions? options = null)
    {
        string? json = Payload.Write(input);
        return RetryLoop.RunAsync(this, options?.Retry, () => replay.Make<TResult>(new HistoryEvent(HistoryKind.Activity, Name: name.Name, Data: json)));
    }

    public override Task<TResult> CallSubOrchestratorAsync<TResult>(TaskName orchestratorName, object? input = null, TaskOptions? options = null)
    {
        string? json = Payload.Write(input);

        // One id for all attempts: a retry takes the place of the one that failed.
        string id = (options as SubOrchestrationOptions)?.InstanceId ?? $"{instance.Id}:{instance.Execution:x}:{replay.NextStep}";
        return RetryLoop.RunAsync(this, options?.Retry, () => replay.Make<TResult>(new HistoryEvent(
            HistoryKind.SubOrchestration,
            Name: orchestratorName.Name,
            Data: json,
            Target: id)));
    }

    public override Task CreateTimer(DateTime fireAt, CancellationToken cancellationToken) =>
        replay.MakeTimer(fireAt.ToUniversalTime(), cancellationToken);

    public override Task<T> WaitForExternalEvent<T>(string eventName, CancellationToken cancellationToken = default) =>
        replay.Wait<T>(eventName, cancellationToken);

    public override void SendEvent(string instanceId, string eventName, object payload) =>
        replay.Note(new HistoryEvent(HistoryKind.EventSent, Name: eventName, Data: Payload.Write(payload), Target: instanceId));

    public override void SetCustomStatus(object? customStatus)
    {
        replay.Check();
        (CustomStatus, SetsCustomStatus) = (Payload.Write(customStatus), true);
    }

    public override void ContinueAsNew(object? newInput = null, bool preserveUnprocessedEvents = true)
    {
        replay.Check();
        Afresh = (Payload.Write(newInput), preserveUnprocessedEvents);
        replay.IsLeaving = true;
    }

    public override Guid NewGuid()
    {
        replay.Check();
        return DeterministicGuid.From($"{instance.Id}_{instance.Execution:x}_{replay.Now:O}_{_ids++}");
    }
}
