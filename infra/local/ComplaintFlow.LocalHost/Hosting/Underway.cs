namespace ComplaintFlow.LocalHost.Hosting;

/// <summary>
/// Counts what is under way: turns, activities, messages, requests, timer functions. Whoever hands work on takes the
/// next lease before giving back its own, so a count of zero means that everything has settled.
/// </summary>
internal sealed class Underway
{
    private readonly AsyncLocal<Lease?> _request = new();
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

    /// <summary>As <see cref="Enter"/>, for a request, which may wait for what it started (see <see cref="Pause"/>).</summary>
    public Lease EnterRequest() => _request.Value = Enter();

    /// <summary>
    /// The present request waits for an orchestration, possibly beyond the present instant: it does not keep the clock
    /// from moving meanwhile.
    /// </summary>
    public IDisposable? Pause() => _request.Value is { } lease ? new Pausing(lease) : null;

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
        private int _ended;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _ended, 1) == 0)
            {
                underway.Change(-1);
            }
        }

        public void Pause(int by)
        {
            if (Volatile.Read(ref _ended) == 0)
            {
                underway.Change(by);
            }
        }
    }

    private sealed class Pausing : IDisposable
    {
        private readonly Lease _lease;

        public Pausing(Lease lease)
        {
            _lease = lease;
            _lease.Pause(-1);
        }

        public void Dispose() => _lease.Pause(1);
    }
}
