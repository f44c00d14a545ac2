namespace ComplaintFlow.LocalHost.Engine;

/// <summary>Those who wait for an instance to change.</summary>
internal sealed class InstanceWatch
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, TaskCompletionSource> _waiting = new(StringComparer.Ordinal);

    /// <summary>Completes at the next change. Ask first, look at the instance then.</summary>
    public Task NextChangeAsync(string id)
    {
        lock (_lock)
        {
            if (!_waiting.TryGetValue(id, out TaskCompletionSource? waiting))
            {
                _waiting.Add(id, waiting = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
            }

            return waiting.Task;
        }
    }

    public void Changed(string id)
    {
        TaskCompletionSource? waiting;
        lock (_lock)
        {
            _waiting.Remove(id, out waiting);
        }

        waiting?.SetResult();
    }
}
