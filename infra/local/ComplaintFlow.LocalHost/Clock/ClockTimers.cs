namespace ComplaintFlow.LocalHost.Clock;

/// <summary>The timers of a virtual clock, by due instant and then in the order in which they were set.</summary>
internal sealed class ClockTimers : IDisposable
{
    private readonly Lock _lock = new();
    private readonly SortedSet<(DateTimeOffset Due, long Order, ClockTimer Timer)> _singles = new(ByDueThenOrder);
    private readonly SortedSet<(DateTimeOffset Due, long Order, ClockTimer Timer)> _schedules = new(ByDueThenOrder);
    private readonly SemaphoreSlim _changed = new(0, 1);
    private long _order;

    private static Comparer<(DateTimeOffset Due, long Order, ClockTimer Timer)> ByDueThenOrder { get; } =
        Comparer<(DateTimeOffset Due, long Order, ClockTimer Timer)>.Create(
            static (a, b) => (a.Due, a.Order).CompareTo((b.Due, b.Order)));

    /// <summary>The first due instant of the timers that make a step of their own.</summary>
    public DateTimeOffset? NextSingle()
    {
        lock (_lock)
        {
            return _singles.Count == 0 ? null : _singles.Min.Due;
        }
    }

    /// <summary>The first due instant of all.</summary>
    public DateTimeOffset? Next()
    {
        lock (_lock)
        {
            DateTimeOffset? single = _singles.Count == 0 ? null : _singles.Min.Due;
            DateTimeOffset? schedule = _schedules.Count == 0 ? null : _schedules.Min.Due;
            return single < schedule || schedule is null ? single : schedule;
        }
    }

    /// <summary>Sets a timer anew; with null it does not fire any more.</summary>
    public void Set(ClockTimer timer, DateTimeOffset? due)
    {
        lock (_lock)
        {
            Remove(timer);
            if (due is { } instant)
            {
                timer.Place = (instant, ++_order, timer);
                SetOf(timer).Add(timer.Place.Value);
            }
        }

        if (_changed.CurrentCount == 0)
        {
            Signal();
        }
    }

    /// <summary>Takes out the timers due at an instant or before; periodic ones are set again, after it.</summary>
    public IReadOnlyList<ClockTimer> TakeDue(DateTimeOffset now, bool schedules)
    {
        List<ClockTimer> due = [];
        lock (_lock)
        {
            SortedSet<(DateTimeOffset Due, long Order, ClockTimer Timer)> set = schedules ? _schedules : _singles;
            while (set.Count > 0 && set.Min.Due <= now)
            {
                ClockTimer timer = set.Min.Timer;
                Remove(timer);
                due.Add(timer);
            }

            foreach (ClockTimer timer in due.Where(timer => timer.Period > TimeSpan.Zero))
            {
                timer.Place = (now + timer.Period, ++_order, timer);
                set.Add(timer.Place.Value);
            }
        }

        return due;
    }

    /// <summary>Waits a while in real time, or until a timer is set.</summary>
    public Task WaitAsync(TimeSpan real, CancellationToken cancellationToken) => _changed.WaitAsync(real, cancellationToken);

    public void Dispose() => _changed.Dispose();

    private void Signal()
    {
        try
        {
            _changed.Release();
        }
        catch (SemaphoreFullException)
        {
            // Someone else has signalled in the meantime: once is enough.
        }
    }

    private void Remove(ClockTimer timer)
    {
        if (timer.Place is { } place)
        {
            SetOf(timer).Remove(place);
            timer.Place = null;
        }
    }

    private SortedSet<(DateTimeOffset Due, long Order, ClockTimer Timer)> SetOf(ClockTimer timer) =>
        timer.IsRecurring ? _schedules : _singles;
}
