using ComplaintFlow.LocalHost.Hosting;

namespace ComplaintFlow.LocalHost.Clock;

/// <summary>A timer on a virtual clock.</summary>
internal sealed class ClockTimer : ITimer
{
#pragma warning disable CA2213 // a captured context is not owned
    private readonly ExecutionContext? _context = ExecutionContext.Capture();
#pragma warning restore CA2213
    private readonly VirtualClock _clock;
    private readonly ClockTimers _timers;
    private readonly TimerCallback _callback;
    private readonly object? _state;
    private IDisposable? _sleep;
    private bool _disposed;

    /// <summary>A timer at which a jump makes a step: the durable engine's.</summary>
    public ClockTimer(VirtualClock clock, ClockTimers timers, TimerCallback callback)
    {
        (_clock, _timers, _callback) = (clock, timers, callback);
        MakesSteps = true;
    }

    /// <summary>A timer of the application.</summary>
    /// <param name="clock">The clock.</param>
    /// <param name="timers">All its timers.</param>
    /// <param name="callback">What to call.</param>
    /// <param name="state">What to call it with.</param>
    /// <param name="sleep">The pause of work under way that sleeps on this timer; it ends when the timer does.</param>
    public ClockTimer(VirtualClock clock, ClockTimers timers, TimerCallback callback, object? state, IDisposable? sleep)
    {
        (_clock, _timers, _callback, _state, _sleep) = (clock, timers, callback, state, sleep);
        MakesSteps = sleep is not null;
    }

    public TimeSpan Period { get; private set; } = Timeout.InfiniteTimeSpan;

    /// <summary>Whether a jump makes a step where the timer is due, rather than fire it at the end of one.</summary>
    public bool MakesSteps { get; }

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

        Period = period;
        if (dueTime == Timeout.InfiniteTimeSpan)
        {
            _timers.Set(this, null);
        }
        else if (dueTime == TimeSpan.Zero)
        {
            // Due at the present instant: no need for the clock to move.
            _timers.Set(this, period > TimeSpan.Zero ? _clock.GetUtcNow() + period : null);
            OwnWork.Start(Fire);
        }
        else
        {
            DateTimeOffset now = _clock.GetUtcNow();
            _timers.Set(this, dueTime >= DateTimeOffset.MaxValue - now ? DateTimeOffset.MaxValue : now + dueTime);
        }

        return true;
    }

    public void Fire()
    {
        if (_disposed)
        {
            return;
        }

        // The sleeper is under way again before it learns that it is awake.
        EndSleep();
        if (_context is null)
        {
            _callback(_state);
        }
        else
        {
            ExecutionContext.Run(_context, static timer => ((ClockTimer)timer!).Invoke(), this);
        }
    }

    public void Dispose()
    {
        _disposed = true;
        _timers.Set(this, null);
        EndSleep();
    }

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    private void EndSleep() => Interlocked.Exchange(ref _sleep, null)?.Dispose();

    private void Invoke() => _callback(_state);
}
