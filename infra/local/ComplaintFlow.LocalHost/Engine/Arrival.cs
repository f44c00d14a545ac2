namespace ComplaintFlow.LocalHost.Engine;

/// <summary>
/// What has come for an instance and is in memory only: an event, or the result of an activity. The turn that it brings
/// about stores it, so that both are one change; whoever brought it waits for that.
/// </summary>
/// <param name="instanceId">The instance.</param>
/// <param name="message">What has come.</param>
/// <param name="call">The activity whose result it is; null for an event.</param>
internal sealed class Arrival(string instanceId, HistoryEvent message, ActivityCall? call = null)
{
    private readonly TaskCompletionSource<bool> _stored = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string InstanceId => instanceId;

    public HistoryEvent Message => message;

    public ActivityCall? Call => call;

    /// <summary>Completes when it is on disk; false when nobody could take it: the instance is missing or has ended.</summary>
    public Task<bool> Stored => _stored.Task;

    /// <summary>Whether a run takes it: a result is for the run that made the call.</summary>
    public bool IsFor(InstanceRow run) => call is null || (call.Instance == run.Number && call.Execution == run.Execution);

    /// <summary>Leaves it for a later turn.</summary>
    /// <returns>False when nobody could take it.</returns>
    public bool Store(SqliteSession session) => call is null
        ? Instances.Raise(session, instanceId, message.Name!, message.Data)
        : Instances.TakeActivity(session, call) && Instances.Answer(session, instanceId, call.Execution, message);

    public void End(bool wasTaken) => _stored.TrySetResult(wasTaken);

    public void Fail(Exception exception) => _stored.TrySetException(exception);
}
