namespace ComplaintFlow.LocalHost.Clock;

/// <summary>The timers of a virtual clock, by due instant and then in the order in which they were set.</summary>
internal sealed class ClockTimers
{
    private readonly Lock _lock = new();
    private readonly SortedSet<(DateTimeOffset Due, long Order, ClockTimer Timer)> _steps = new(ByDueThenOrder);
    private readonly SortedSet<(DateTimeOffset Due, long Order, ClockTimer Timer)> _others = new(ByDueThenOrder);
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _order;

    private static Comparer<(DateTimeOffset Due, long Order, ClockTimer Timer)> ByDueThenOrder { get; } =
        Comparer<(DateTimeOffset Due, long Order, ClockTimer Timer)>.Create(
            static (a, b) => (a.Due, a.Order).CompareTo((b.Due, b.Order)));

    /// <summary>The first due instant of the timers that make steps.</summary>
    public DateTimeOffset? NextStep()
    {
        lock (_lock)
        {
            return _steps.Count == 0 ? null : _steps.Min.Due;
        }
    }

    /// <summary>The first due instant of all.</summary>
    public DateTimeOffset? Next()
    {
        lock (_lock)
        {
            DateTimeOffset? step = _steps.Count == 0 ? null : _steps.Min.Due;
            DateTimeOffset? other = _others.Count == 0 ? null : _others.Min.Due;
            return step < other || other is null ? step : other;
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
                _changed.TrySetResult();
            }
        }
    }

    /// <summary>Takes out the timers due at an instant or before; periodic ones are set again, after it.</summary>
    public IReadOnlyList<ClockTimer> TakeDue(DateTimeOffset now, bool steps)
    {
        List<ClockTimer> due = [];
        lock (_lock)
        {
            SortedSet<(DateTimeOffset Due, long Order, ClockTimer Timer)> set = steps ? _steps : _others;
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
    public async Task WaitAsync(TimeSpan real, CancellationToken cancellationToken)
    {
        Task changed;
        lock (_lock)
        {
            changed = _changed.Task;
        }

        await Task.WhenAny(changed, Task.Delay(real, TimeProvider.System, cancellationToken));
        lock (_lock)
        {
            if (_changed.Task.IsCompleted)
            {
                _changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            }
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
        timer.MakesSteps ? _steps : _others;
}
