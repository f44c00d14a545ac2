namespace ComplaintFlow.LocalHost.Tests.Durability;

/// <summary>
/// A clock whose wall and whose timers are moved apart: time elapses for both, a jump moves the wall alone, as a suspended
/// machine or a correction over the network does.
/// </summary>
internal sealed class JumpingClock(DateTimeOffset start) : TimeProvider
{
    private readonly Lock _lock = new();
    private readonly List<JumpingTimer> _timers = [];
    private long _elapsed;
    private long _jumped;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => Interlocked.Read(ref _elapsed);

    public override DateTimeOffset GetUtcNow() => start.ToUniversalTime().AddTicks(Interlocked.Read(ref _elapsed) + Interlocked.Read(ref _jumped));

    /// <summary>Sets the wall clock; timers do not notice.</summary>
    public void Jump(TimeSpan by) => Interlocked.Add(ref _jumped, by.Ticks);

    /// <summary>Lets time pass, a step at a time; after each, what <paramref name="settle"/> waits for has happened.</summary>
    public async Task ElapseAsync(TimeSpan time, TimeSpan step, Func<Task> settle)
    {
        for (TimeSpan passed = TimeSpan.Zero; passed < time; passed += step)
        {
            Interlocked.Add(ref _elapsed, step.Ticks);
            JumpingTimer[] due;
            lock (_lock)
            {
                due = [.. _timers.Where(timer => timer.Due <= _elapsed)];
                Array.ForEach(due, timer => timer.Due = timer.Period > 0 ? _elapsed + timer.Period : long.MaxValue);
            }

            Array.ForEach(due, timer => timer.Fire());
            await settle();
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        JumpingTimer timer = new(this, callback, state);
        lock (_lock)
        {
            _timers.Add(timer);
        }

        timer.Change(dueTime, period);
        return timer;
    }

    private sealed class JumpingTimer(JumpingClock clock, TimerCallback callback, object? state) : ITimer
    {
        public long Due { get; set; } = long.MaxValue;

        public long Period { get; private set; }

        public void Fire() => callback(state);

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock._lock)
            {
                Due = dueTime < TimeSpan.Zero ? long.MaxValue : clock._elapsed + dueTime.Ticks;
                Period = Math.Max(0, period.Ticks);
            }

            return true;
        }

        public void Dispose()
        {
            lock (clock._lock)
            {
                clock._timers.Remove(this);
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
