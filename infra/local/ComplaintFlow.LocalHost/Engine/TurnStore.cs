using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace ComplaintFlow.LocalHost.Engine;

/// <summary>Stores turns, and sets going what follows from them.</summary>
/// <param name="writer">Where to.</param>
/// <param name="ready">Told of instances that have something to do.</param>
/// <param name="watch">Told of the change.</param>
/// <param name="time">The clock.</param>
/// <param name="follow">What follows from a commit, called on the writer's thread.</param>
/// <param name="logger">Told of orchestrators that break the rules after their turn.</param>
internal sealed class TurnStore(
    EngineWriter writer, ReadyInstances ready, InstanceWatch watch, TimeProvider time, Action<Consequences, long?> follow, ILogger logger)
{
    /// <summary>Stores a turn with what brought it about.</summary>
    /// <returns>False when the run was ended meanwhile and the turn is void: nothing was stored.</returns>
    public async Task<bool> StoreAsync(TurnInput input, TurnResult result, IReadOnlyList<Arrival> arrivals)
    {
        (Consequences? consequences, _) = await writer.WriteAsync(
            session => Store(session, input, result, arrivals),
            after =>
            {
                if (after.Consequences is null)
                {
                    // Another run may have begun.
                    ready.Add(input.Instance.Id);
                }
                else
                {
                    Tell(input.Instance, result, after.Consequences, after.FirstDue);
                }
            });
        return consequences is not null;
    }

    /// <summary>Stores a start with its first turn.</summary>
    public Task StartAsync(NewInstance start, TurnInput input, TurnResult result) => writer.WriteAsync(
        session =>
        {
            InstanceRow run = input.Instance with { Number = Instances.Start(session, start, time.GetUtcNow().UtcTicks) };
            return (Run: run, After: Store(session, input with { Instance = run }, result, []));
        },
        stored => Tell(stored.Run, result, stored.After.Consequences!, stored.After.FirstDue));

    private (Consequences? Consequences, long? FirstDue) Store(
        SqliteSession session, TurnInput input, TurnResult result, IReadOnlyList<Arrival> arrivals)
    {
        Consequences? consequences = TurnCommit.Apply(session, input, result, time.GetUtcNow().UtcTicks);
        if (consequences is not null)
        {
            foreach (ActivityCall call in arrivals.Select(arrival => arrival.Call).OfType<ActivityCall>())
            {
                Instances.TakeActivity(session, call);
            }
        }

        return (consequences, consequences is { TimersChanged: true } ? DueTimers.First(session) : null);
    }

    private void Tell(InstanceRow instance, TurnResult result, Consequences consequences, long? firstDue)
    {
        follow(consequences, firstDue);
        if (result.Intrusion is { } intrusion)
        {
            _ = RefuseAsync(instance, intrusion);
        }

        if (result.Outcome is TurnOutcome.Returned or TurnOutcome.Threw)
        {
            watch.Ended(instance.Id);
        }
        else
        {
            watch.Changed(instance.Id);
        }
    }

    /// <summary>
    /// Fails a run that turns out to await a task of others: it waited for something durable too, so that its turn could not
    /// tell. Nothing but that task refers to this, and both go together when it never comes.
    /// </summary>
    private async Task RefuseAsync(InstanceRow run, Task intrusion)
    {
        await intrusion;
        TaskFailureDetails failure = TaskFailureDetails.FromException(new InvalidOperationException(TurnLoop.ForeignTask));
        await writer.WriteAsync(
            session =>
            {
                if (!Instances.IsUnderWay(session, run))
                {
                    return (Consequences: null, FirstDue: null);
                }

                Consequences consequences = new();
                Instances.End(session, run, OrchestrationRuntimeStatus.Failed, failure.ToString(), failure, time.GetUtcNow().UtcTicks, consequences);
                return (Consequences: (Consequences?)consequences, FirstDue: DueTimers.First(session));
            },
            after =>
            {
                if (after.Consequences is { } consequences)
                {
                    TurnRunner.LogFailed(logger, run.Name, run.Id, failure.ErrorMessage);
                    follow(consequences, after.FirstDue);
                    watch.Ended(run.Id);
                }
            });
    }
}
