using ComplaintFlow.LocalHost.Hosting;

namespace ComplaintFlow.LocalHost.Clock;

/// <summary>
/// A clock that moves by hand, or at a chosen speed. Timers made from it fire when it passes them. When it is moved by
/// hand, durable timers, and the delays of work that is under way, fire each at its own instant, and what follows from
/// one settles before the next: these instants are the steps of the jump. All other timers, function schedules among
/// them, fire at the end of a step, once for however many occurrences lie within it.
/// </summary>
public sealed class VirtualClock : TimeProvider, IDisposable
{
    private readonly ClockHand _hand;
    private readonly ClockTimers _timers = new();
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly Underway _underway;

    internal VirtualClock(DateTimeOffset start, double speed, string? directory, Underway underway)
    {
        _hand = new ClockHand(start, speed, directory);
        _underway = underway;
    }

    /// <summary>The present instant, in UTC.</summary>
    public DateTimeOffset Now => _hand.Now;

    /// <inheritdoc/>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    internal bool IsRunning => _hand.Speed > 0;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => _hand.Now;

    /// <inheritdoc/>
    public override long GetTimestamp() => _hand.Now.UtcTicks;

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        new ClockTimer(this, _timers, callback, state, dueTime > TimeSpan.Zero && IsDelay(state) ? _underway.Pause() : null)
            .Start(dueTime, period);

    /// <summary>Waits until everything under way has been carried out; the clock does not move.</summary>
    public Task SettleAsync() => _underway.SettleAsync();

    /// <summary>Moves the clock; completes when everything due by then, and all that follows from it, has been carried out.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The instant is in the past.</exception>
    public Task AdvanceToAsync(DateTimeOffset to) => AdvanceAsync(_ => to);

    /// <summary>Moves the clock by a span of time, counted from when the advances before it are done.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The span is negative.</exception>
    public Task AdvanceByAsync(TimeSpan by) => AdvanceAsync(now => now + by);

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();

    internal async Task AdvanceAsync(Func<DateTimeOffset, DateTimeOffset> target)
    {
        await _turn.WaitAsync();
        try
        {
            DateTimeOffset now = Now;
            DateTimeOffset to = target(now);
            ArgumentOutOfRangeException.ThrowIfLessThan(to, now);
            await _underway.SettleAsync();
            while (_timers.NextStep() is { } due && due <= to)
            {
                await StepAsync(due, CancellationToken.None);
            }

            do
            {
                await StepAsync(to, CancellationToken.None);
            }
            while (_timers.NextStep() <= to);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>The timer of the durable engine, not set yet: where it is due, a jump makes a step.</summary>
    internal ITimer CreateDurable(TimerCallback callback) => new ClockTimer(this, _timers, callback);

    /// <summary>Notes on disk where the clock stands.</summary>
    internal void Store() => _hand.Store();

    /// <summary>Lets a running clock fire what is due until the token is cancelled.</summary>
    internal async Task RunAsync(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            _hand.Store();
            await _timers.WaitAsync(_hand.RealTimeUntil(_timers.Next()), cancellationToken);
            if (_timers.Next() <= Now)
            {
                await _turn.WaitAsync(cancellationToken);
                try
                {
                    await StepAsync(Now, cancellationToken);
                }
                finally
                {
                    _turn.Release();
                }
            }
        }
    }

    private async Task StepAsync(DateTimeOffset to, CancellationToken cancellationToken)
    {
        _hand.MoveTo(to);
        Fire(_timers.TakeDue(Now, steps: true));
        await _underway.SettleAsync().WaitAsync(cancellationToken);
        Fire(_timers.TakeDue(Now, steps: false));
        await _underway.SettleAsync().WaitAsync(cancellationToken);
    }

    /// <summary>
    /// Whether a timer is that of a <see cref="Task.Delay(TimeSpan, TimeProvider)"/>: whoever made it sleeps. The timer
    /// of a timeout is not: its owner works meanwhile.
    /// </summary>
    private static bool IsDelay(object? state) => state is Task && state.GetType().Name.StartsWith("DelayPromise", StringComparison.Ordinal);

    private static void Fire(IReadOnlyList<ClockTimer> due)
    {
        foreach (ClockTimer timer in due)
        {
            timer.Fire();
        }
    }
}
