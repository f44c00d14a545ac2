namespace ComplaintFlow.Simulation.World;

/// <summary>Who waits for which instant, in its order, those of one instant in the order in which they asked.</summary>
internal sealed class Agenda
{
    private readonly PriorityQueue<TaskCompletionSource, (DateTimeOffset At, long Order)> _waiting = new();
    private long _order;

    /// <summary>The first instant that anybody waits for.</summary>
    public DateTimeOffset? Next => _waiting.TryPeek(out _, out (DateTimeOffset At, long Order) first) ? first.At : null;

    public Task UntilAsync(DateTimeOffset instant)
    {
        TaskCompletionSource source = new();
        _waiting.Enqueue(source, (instant, _order++));
        return source.Task;
    }

    /// <summary>Wakes all who waited for an instant up to now.</summary>
    public void Wake(DateTimeOffset now)
    {
        while (Next <= now)
        {
            _waiting.Dequeue().SetResult();
        }
    }
}
