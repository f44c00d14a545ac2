namespace ComplaintFlow.LocalHost.Engine;

/// <summary>
/// Events and those who wait for them, by name in either case. Early events are kept in order; the youngest waiter is
/// served first, and one that was cancelled still takes its event.
/// </summary>
internal sealed class EventInbox
{
    private readonly Dictionary<string, Stack<(Type Type, DurableStep Step)>> _waiters = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<HistoryEvent> _early = [];

    /// <summary>The events that nobody has taken, in order.</summary>
    public IReadOnlyList<HistoryEvent> Early => _early;

    /// <summary>Whether anyone waits.</summary>
    public bool HasWaiters => _waiters.Values.Any(waiters => waiters.Count > 0);

    public Task<T> Wait<T>(string name, CancellationToken cancellationToken)
    {
        DurableStep<T> step = new();
        int early = _early.FindIndex(happened => string.Equals(happened.Name, name, StringComparison.OrdinalIgnoreCase));
        if (early >= 0)
        {
            step.Complete(_early[early].Data);
            _early.RemoveAt(early);
            return step.Task;
        }

        if (!_waiters.TryGetValue(name, out Stack<(Type Type, DurableStep Step)>? waiters))
        {
            _waiters.Add(name, waiters = []);
        }

        if (waiters.TryPeek(out (Type Type, DurableStep Step) other) && other.Type != typeof(T))
        {
            throw new ArgumentException(
                $"Events with the same name must have the same type argument. Expected {other.Type.FullName} but was given {typeof(T).FullName}.",
                nameof(name));
        }

        waiters.Push((typeof(T), step));
        cancellationToken.Register(() => step.Cancel(cancellationToken));
        return step.Task;
    }

    public void Raise(HistoryEvent happened)
    {
        if (_waiters.TryGetValue(happened.Name!, out Stack<(Type Type, DurableStep Step)>? waiters) && waiters.TryPop(out (Type Type, DurableStep Step) waiter))
        {
            waiter.Step.Complete(happened.Data);
        }
        else
        {
            _early.Add(happened);
        }
    }
}
