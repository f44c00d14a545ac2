namespace ComplaintFlow.LocalHost.Engine;

/// <summary>Those who wait for an instance to change, or to end. An instance that nobody waits for takes no room here.</summary>
internal sealed class InstanceWatch
{
    private readonly Lock _lock = new();
    private readonly Dictionary<(string Id, bool ForTheEnd), Change> _waitedFor = [];

    /// <summary>How many changes are waited for.</summary>
    public int Count
    {
        get
        {
            lock (_lock)
            {
                return _waitedFor.Count;
            }
        }
    }

    /// <summary>
    /// Begins a wait for the next change, or for when the instance has ended or gone; over when disposed. Ask first, look
    /// at the instance then.
    /// </summary>
    public Waiter Wait(string id, bool forTheEnd)
    {
        lock (_lock)
        {
            if (!_waitedFor.TryGetValue((id, forTheEnd), out Change? change))
            {
                _waitedFor.Add((id, forTheEnd), change = new Change());
            }

            change.Waiters++;
            return new Waiter(this, (id, forTheEnd), change);
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
        Change? change;
        lock (_lock)
        {
            _waitedFor.Remove(key, out change);
        }

        change?.Happened.SetResult();
    }

    private void Leave((string Id, bool ForTheEnd) key, Change change)
    {
        lock (_lock)
        {
            // Once told, another change may be waited for in its place.
            if (--change.Waiters == 0 && _waitedFor.TryGetValue(key, out Change? present) && present == change)
            {
                _waitedFor.Remove(key);
            }
        }
    }

    internal sealed class Waiter(InstanceWatch watch, (string Id, bool ForTheEnd) key, Change change) : IDisposable
    {
        /// <summary>Completes with the change.</summary>
        public Task Change => change.Happened.Task;

        public void Dispose() => watch.Leave(key, change);
    }

    internal sealed class Change
    {
        public TaskCompletionSource Happened { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public int Waiters { get; set; }
    }
}
