namespace ComplaintFlow.LocalHost.Clock;

/// <summary>A timer on a virtual clock.</summary>
internal sealed class ClockTimer(VirtualClock clock, ClockTimers timers, TimerCallback callback, object? state, bool isSchedule)
    : ITimer
{
#pragma warning disable CA2213 // a captured context is not owned
    private readonly ExecutionContext? _context = ExecutionContext.Capture();
#pragma warning restore CA2213
    private bool _disposed;

    public TimeSpan Period { get; private set; } = Timeout.InfiniteTimeSpan;

    /// <summary>Whether the timer fires once per step rather than making steps; fixed while the timer is set.</summary>
    public bool IsRecurring { get; private set; }

    /// <summary>Where the timer stands in the order; owned by <see cref="ClockTimers"/>.</summary>
    public (DateTimeOffset Due, long Order, ClockTimer Timer)? Place { get; set; }

    public ClockTimer Start(TimeSpan dueTime, TimeSpan period)
    {
        Change(dueTime, period);
        return this;
    }

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        if (_disposed)
        {
            return false;
        }

        timers.Set(this, null);
        Period = period;
        IsRecurring = isSchedule || period > TimeSpan.Zero;
        if (dueTime == TimeSpan.Zero && !IsRecurring)
        {
            // Due at the present instant: no need for the clock to move.
            ThreadPool.UnsafeQueueUserWorkItem(static timer => timer.Fire(), this, preferLocal: false);
        }
        else if (dueTime != Timeout.InfiniteTimeSpan)
        {
            DateTimeOffset now = clock.GetUtcNow();
            timers.Set(this, dueTime >= DateTimeOffset.MaxValue - now ? DateTimeOffset.MaxValue : now + dueTime);
        }

        return true;
    }

    public void Fire()
    {
        if (_disposed)
        {
            return;
        }

        if (_context is null)
        {
            callback(state);
        }
        else
        {
            ExecutionContext.Run(_context, static timer => ((ClockTimer)timer!).Invoke(), this);
        }
    }

    public void Dispose()
    {
        _disposed = true;
        timers.Set(this, null);
    }

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    private void Invoke() => callback(state);
}
