namespace ComplaintFlow.LocalHost.Hosting;

/// <summary>
/// Counts what is under way: turns, activities, messages, requests, timer functions. Whoever hands work on takes the
/// next lease before giving back its own, so a count of zero means that everything has settled.
/// </summary>
internal sealed class Underway
{
    private readonly AsyncLocal<Lease?> _work = new();
    private readonly Lock _lock = new();
    private TaskCompletionSource? _idle;
    private int _count;

    /// <summary>One more thing under way, until the lease is disposed.</summary>
    public Lease Enter()
    {
        lock (_lock)
        {
            _count++;
        }

        return new Lease(this);
    }

    /// <summary>The code that follows, in this asynchronous flow, is the work of the lease.</summary>
    public void Work(Lease lease) => _work.Value = lease;

    /// <summary>
    /// The work of the present flow waits for an orchestration or for an instant: it does not keep the clock from moving
    /// meanwhile. Null when there is none.
    /// </summary>
    public IDisposable? Pause() => _work.Value is { } lease ? new Pausing(lease) : null;

    /// <summary>Completes when nothing is under way.</summary>
    public Task SettleAsync()
    {
        lock (_lock)
        {
            return _count == 0
                ? Task.CompletedTask
                : (_idle ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
        }
    }

    private void Change(int by)
    {
        TaskCompletionSource? idle = null;
        lock (_lock)
        {
            _count += by;
            if (_count == 0)
            {
                (idle, _idle) = (_idle, null);
            }
        }

        idle?.SetResult();
    }

    internal sealed class Lease(Underway underway) : IDisposable
    {
        private readonly Lock _lock = new();
        private int _pauses;
        private bool _hasEnded;

        public void Dispose()
        {
            int by;
            lock (_lock)
            {
                if (_hasEnded)
                {
                    return;
                }

                // A pause that outlives the lease is over with it.
                _hasEnded = true;
                by = _pauses - 1;
            }

            underway.Change(by);
        }

        /// <summary>Begins a pause (1), or ends one (-1).</summary>
        public void Pause(int begun)
        {
            lock (_lock)
            {
                if (_hasEnded)
                {
                    return;
                }

                _pauses += begun;
            }

            underway.Change(-begun);
        }
    }

    private sealed class Pausing : IDisposable
    {
        private readonly Lease _lease;

        public Pausing(Lease lease)
        {
            _lease = lease;
            _lease.Pause(1);
        }

        public void Dispose() => _lease.Pause(-1);
    }
}
