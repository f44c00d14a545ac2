using ComplaintFlow.LocalHost.Hosting;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace ComplaintFlow.LocalHost.Engine;

/// <summary>The client of the engine in this process.</summary>
internal sealed class LocalDurableTaskClient(OrchestrationEngine engine, Underway underway, HostFile host) : DurableTaskClient("local")
{
    private long Now => engine.Time.GetUtcNow().UtcTicks;

    public override async Task<string> ScheduleNewOrchestrationInstanceAsync(
        TaskName orchestratorName, object? input = null, StartOrchestrationOptions? options = null, CancellationToken cancellation = default)
    {
        if (engine.Functions.Orchestrator(orchestratorName.Name) is null)
        {
            throw new ArgumentException($"There is no orchestrator '{orchestratorName.Name}'.", nameof(orchestratorName));
        }

        string id = InstanceId.From(options?.InstanceId);
        NewInstance start = new(id, orchestratorName.Name, Payload.Write(input), options?.StartAt?.UtcTicks ?? 0) { Tags = options?.Tags };
        await OwnWork.UntilAsync(() => StartAsync(start), cancellation);
        return id;
    }

    public override async Task RaiseEventAsync(
        string instanceId, string eventName, object? eventPayload = null, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(instanceId);
        ArgumentException.ThrowIfNullOrEmpty(eventName);
        string? data = Payload.Write(eventPayload);
        HistoryEvent raised = new(HistoryKind.EventRaised, Name: eventName, Data: data);
        bool arrived = await OwnWork.UntilAsync(() => engine.Deliveries.DeliverAsync(new Arrival(instanceId, raised)), cancellation);
        if (!arrived && host.ThrowsOnLostEvent)
        {
            throw new InvalidOperationException($"There is no orchestration '{instanceId}' that could take the event '{eventName}': it is missing or has ended.");
        }
    }

    public override Task<OrchestrationMetadata> WaitForInstanceStartAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) =>
        WaitAsync(instanceId, getInputsAndOutputs, forTheEnd: false, static found => found.RuntimeStatus != OrchestrationRuntimeStatus.Pending, cancellation);

    public override Task<OrchestrationMetadata> WaitForInstanceCompletionAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) =>
        WaitAsync(instanceId, getInputsAndOutputs, forTheEnd: true, static found => found.IsCompleted, cancellation);

    public override Task TerminateInstanceAsync(
        string instanceId, TerminateInstanceOptions? options = null, CancellationToken cancellation = default) =>
        OwnWork.UntilAsync(() => TerminateAsync(instanceId, Payload.Write(options?.Output), options?.Recursive ?? false), cancellation);

    public override Task SuspendInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellation = default) =>
        OwnWork.UntilAsync(() => HoldAsync(instanceId, isHeld: true, reason), cancellation);

    public override Task ResumeInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellation = default) =>
        OwnWork.UntilAsync(() => HoldAsync(instanceId, isHeld: false, reason), cancellation);

    public override Task<OrchestrationMetadata?> GetInstancesAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) =>
        Task.FromResult(engine.Reader.Read(session => MetadataRows.Find(session, instanceId, getInputsAndOutputs)));

    public override AsyncPageable<OrchestrationMetadata> GetAllInstancesAsync(OrchestrationQuery? filter = null) =>
        new InstancePages(() => engine.Reader, filter ?? new OrchestrationQuery());

    public override Task<PurgeResult> PurgeInstanceAsync(
        string instanceId, PurgeInstanceOptions? options = null, CancellationToken cancellation = default) =>
        OwnWork.UntilAsync(
            () => engine.Writer.WriteAsync(session => Purge(session, instanceId, options?.Recursive ?? false), _ => engine.Watch.Ended(instanceId)),
            cancellation);

    public override async Task<PurgeResult> PurgeAllInstancesAsync(
        PurgeInstancesFilter filter, PurgeInstanceOptions? options = null, CancellationToken cancellation = default)
    {
        int count = 0;
        OrchestrationQuery query = new(filter.CreatedFrom, filter.CreatedTo, filter.Statuses);
        await foreach (OrchestrationMetadata found in GetAllInstancesAsync(query).WithCancellation(cancellation))
        {
            if (found.IsCompleted)
            {
                count += (await PurgeInstanceAsync(found.InstanceId, options, cancellation)).PurgedInstanceCount;
            }
        }

        return new PurgeResult(count, true);
    }

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private async Task<bool> StartAsync(NewInstance start)
    {
        if (engine.FirstTurns is { } first && start.StartAt <= Now)
        {
            await first.StartAsync(start);
            return true;
        }

        return await ChangeAsync(start.Id, session => Instances.Start(session, start, Now) > 0);
    }

    private static PurgeResult Purge(SqliteSession session, string id, bool isRecursive)
    {
        if (Instances.Find(session, id) is not { } instance)
        {
            return new PurgeResult(0);
        }

        if (!instance.HasEnded)
        {
            throw new InvalidOperationException($"The orchestration '{id}' has not ended and cannot be purged.");
        }

        int children = isRecursive
            ? Children(session, id).Where(child => child.HasEnded).Sum(child => Purge(session, child.Id, true).PurgedInstanceCount)
            : 0;
        Instances.Forget(session, instance);
        return new PurgeResult(children + 1, true);
    }

    private static List<InstanceRow> Children(SqliteSession session, string id) =>
        [.. session.Rows("SELECT id FROM instances WHERE parent_id = $1", row => row.GetString(0), id).Select(child => Instances.Find(session, child)!)];

    private Task<(Consequences Consequences, List<string> Ended, long? FirstDue)> TerminateAsync(string id, string? output, bool isRecursive) => engine.Writer.WriteAsync(
        session =>
        {
            if (Instances.Find(session, id) is not { HasEnded: false })
            {
                throw new InvalidOperationException($"The orchestration '{id}' cannot be terminated: it is missing or has ended.");
            }

            Consequences consequences = new();
            List<string> ended = [];
            Terminate(session, id, output, isRecursive, consequences, ended);
            return (Consequences: consequences, Ended: ended, FirstDue: DueTimers.First(session));
        },
        after =>
        {
            engine.Follow(after.Consequences, after.FirstDue);
            after.Ended.ForEach(engine.Watch.Ended);
        });

    private void Terminate(SqliteSession session, string id, string? output, bool isRecursive, Consequences consequences, List<string> ended)
    {
        if (Instances.Find(session, id) is not { HasEnded: false } instance)
        {
            return;
        }

        ended.Add(id);
        Instances.End(session, instance, OrchestrationRuntimeStatus.Terminated, output, null, Now, consequences);
        if (isRecursive)
        {
            Children(session, id).ForEach(child => Terminate(session, child.Id, null, true, consequences, ended));
        }
    }

    /// <summary>The reason stands where the output will stand, as on Azure.</summary>
    private Task<bool> HoldAsync(string id, bool isHeld, string? reason) => ChangeAsync(id, session =>
    {
        if (Instances.Find(session, id) is not { HasEnded: false } instance || instance.IsSuspended == isHeld)
        {
            throw new InvalidOperationException(
                $"The orchestration '{id}' cannot be {(isHeld ? "suspended" : "resumed")}: it is missing, has ended or is {(isHeld ? "suspended already" : "not suspended")}.");
        }

        return session.Run(
            "UPDATE instances SET suspended = $2, updated = $3, output = $4 WHERE id = $1", id, isHeld ? 1 : 0, Now, reason) > 0;
    });

    private async Task<bool> ChangeAsync(string id, Func<SqliteSession, bool> change)
    {
        (bool changed, long? _) = await engine.Writer.WriteAsync(
            session => (Changed: change(session), FirstDue: DueTimers.First(session)),
            after =>
            {
                if (after.Changed)
                {
                    Consequences consequences = new() { TimersChanged = true };
                    consequences.Ready.Add(id);
                    engine.Follow(consequences, after.FirstDue);
                    engine.Watch.Changed(id);
                }
            });
        return changed;
    }

    private async Task<OrchestrationMetadata> WaitAsync(
        string id, bool withData, bool forTheEnd, Func<OrchestrationMetadata, bool> isReached, CancellationToken cancellation)
    {
        while (true)
        {
            using InstanceWatch.Waiter waiter = engine.Watch.Wait(id, forTheEnd);
            OrchestrationMetadata found = await GetInstancesAsync(id, withData, cancellation)
                ?? throw new InvalidOperationException($"There is no orchestration '{id}'.");
            if (isReached(found))
            {
                return found;
            }

            using IDisposable? pause = underway.Pause();
            await waiter.Change.WaitAsync(cancellation);
        }
    }
}
