namespace ComplaintFlow.LocalHost.Engine;

/// <summary>Those who wait for an instance to change, or to end.</summary>
internal sealed class InstanceWatch
{
    private readonly Lock _lock = new();
    private readonly Dictionary<(string Id, bool ForTheEnd), TaskCompletionSource> _waiting = [];

    /// <summary>Completes at the next change, or when the instance has ended or gone. Ask first, look at the instance then.</summary>
    public Task NextChangeAsync(string id, bool forTheEnd)
    {
        lock (_lock)
        {
            if (!_waiting.TryGetValue((id, forTheEnd), out TaskCompletionSource? waiting))
            {
                _waiting.Add((id, forTheEnd), waiting = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
            }

            return waiting.Task;
        }
    }

    public void Changed(string id) => Tell((id, false));

    public void Ended(string id)
    {
        Tell((id, false));
        Tell((id, true));
    }

    private void Tell((string Id, bool ForTheEnd) key)
    {
        TaskCompletionSource? waiting;
        lock (_lock)
        {
            _waiting.Remove(key, out waiting);
        }

        waiting?.SetResult();
    }
}
