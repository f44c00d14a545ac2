using ComplaintFlow.LocalHost.Hosting;

namespace ComplaintFlow.LocalHost.Clock;

/// <summary>
/// A clock that moves by hand, or at a chosen speed. Timers made from it fire when it passes them. When it is moved by
/// hand, single-shot timers fire each at its own instant, and what follows from one settles before the next; periodic
/// ones and function schedules fire once per step at most.
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
        new ClockTimer(this, _timers, callback, state, isSchedule: false).Start(dueTime, period);

    /// <summary>Waits until everything under way has been carried out; the clock does not move.</summary>
    public Task SettleAsync() => _underway.SettleAsync();

    /// <summary>Moves the clock; completes when everything due by then, and all that follows from it, has been carried out.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The instant is in the past.</exception>
    public async Task AdvanceToAsync(DateTimeOffset to)
    {
        await _turn.WaitAsync();
        try
        {
            // A running clock may have passed the instant while the call waited for its turn.
            ArgumentOutOfRangeException.ThrowIfLessThan(to, IsRunning ? DateTimeOffset.MinValue : Now);
            await _underway.SettleAsync();
            while (_timers.NextSingle() is { } due && due <= to)
            {
                await StepAsync(due);
            }

            do
            {
                await StepAsync(to);
            }
            while (_timers.NextSingle() <= to);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Moves the clock by a span of time.</summary>
    public Task AdvanceByAsync(TimeSpan by) => AdvanceToAsync(Now + by);

    /// <inheritdoc/>
    public void Dispose()
    {
        _turn.Dispose();
        _timers.Dispose();
    }

    /// <summary>A timer for a recurring schedule: it makes no step of its own when the clock is moved by hand.</summary>
    internal ITimer CreateSchedule(TimerCallback callback, TimeSpan dueTime) =>
        new ClockTimer(this, _timers, callback, null, isSchedule: true).Start(dueTime, Timeout.InfiniteTimeSpan);

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
                    await StepAsync(Now);
                }
                finally
                {
                    _turn.Release();
                }
            }
        }
    }

    private async Task StepAsync(DateTimeOffset to)
    {
        _hand.MoveTo(to);
        Fire(_timers.TakeDue(Now, schedules: false));
        await _underway.SettleAsync();
        Fire(_timers.TakeDue(Now, schedules: true));
        await _underway.SettleAsync();
    }

    private static void Fire(IReadOnlyList<ClockTimer> due)
    {
        foreach (ClockTimer timer in due)
        {
            timer.Fire();
        }
    }
}
