using Microsoft.DurableTask;

namespace ComplaintFlow.LocalHost.Engine;

/// <summary>
/// Matches what an orchestrator does with what its history says. Steps are numbered in the order in which the code makes
/// them; during replay each must be the one the history has under its number.
/// </summary>
internal sealed class Replay(TurnLoop loop)
{
    private readonly Dictionary<int, (HistoryEvent Step, DurableStep? Wait)> _open = [];
    private readonly SortedDictionary<int, HistoryEvent> _unmatched = [];
    private readonly HashSet<int> _cancelled = [];
    private readonly List<int> _cancelledNow = [];
    private readonly EventInbox _inbox = new();
    private readonly List<HistoryEvent> _late = [];

    /// <summary>The number of the next step.</summary>
    public int NextStep { get; private set; }

    /// <summary>The instant of the turn, in UTC.</summary>
    public DateTime Now { get; private set; }

    public bool IsReplaying { get; private set; } = true;

    /// <summary>The steps that the history does not have yet.</summary>
    public IEnumerable<HistoryEvent> NewSteps => _unmatched.Values;

    /// <summary>The timers given up in this turn.</summary>
    public IReadOnlyCollection<int> CancelledTimers => _cancelledNow;

    /// <summary>Events that nobody has taken.</summary>
    public IReadOnlyList<HistoryEvent> EarlyEvents => _inbox.Early;

    /// <summary>Events that came after the orchestrator decided to start afresh.</summary>
    public IReadOnlyList<HistoryEvent> LateEvents => _late;

    /// <summary>Whether the orchestrator has decided to start afresh: what comes from now on is for the next run.</summary>
    public bool IsLeaving { get; set; }

    /// <summary>Whether an activity, a timer or a sub-orchestration is still under way.</summary>
    public bool HasOpenSteps => _open.Values.Any(open => open.Wait is not null);

    /// <summary>Whether the orchestrator waits for anything that can come.</summary>
    public bool IsWaiting => HasOpenSteps || _inbox.HasWaiters;

    /// <summary>The history is through; what follows is new.</summary>
    /// <exception cref="NonDeterminismException">The code has made steps that the history does not have.</exception>
    public void EndOfPast()
    {
        if (_unmatched.Count > 0)
        {
            throw new NonDeterminismException(
                $"The orchestrator made a step that its history does not have: {_unmatched.First().Value.Describe()}.");
        }

        IsReplaying = false;
    }

    /// <summary>Refuses callers that do not belong to the turn.</summary>
    /// <exception cref="InvalidOperationException">The orchestrator goes on on another thread.</exception>
    public void Check() => loop.Check();

    public Task<T> Make<T>(HistoryEvent step)
    {
        DurableStep<T> wait = new();
        Add(step, wait);
        return wait.Task;
    }

    public Task MakeTimer(DateTime due, CancellationToken cancellationToken)
    {
        DurableStep<object> wait = new();
        int number = Add(new HistoryEvent(HistoryKind.Timer, At: due.Ticks), wait);
        cancellationToken.Register(() =>
        {
            if (wait.Cancel(cancellationToken))
            {
                Abandon(number);
            }
        });
        return wait.Task;
    }

    public void Note(HistoryEvent step) => Add(step, null);

    public Task<T> Wait<T>(string name, CancellationToken cancellationToken)
    {
        loop.Check();
        return _inbox.Wait<T>(name, cancellationToken);
    }

    /// <summary>Takes a line of history, or a message.</summary>
    /// <exception cref="NonDeterminismException">It does not fit what the code did.</exception>
    public void Apply(HistoryEvent line)
    {
        switch (line.Kind)
        {
            case HistoryKind.TurnStarted:
                Now = new DateTime(line.At, DateTimeKind.Utc);
                break;
            case HistoryKind.EventRaised when IsLeaving:
                _late.Add(line);
                break;
            case HistoryKind.EventRaised:
                _inbox.Raise(line);
                break;
            case HistoryKind.Completed or HistoryKind.Fired:
                Close(line)?.Complete(line.Data);
                break;
            case HistoryKind.Failed:
                Fail(line);
                break;
            case HistoryKind.Activity or HistoryKind.Timer or HistoryKind.SubOrchestration or HistoryKind.EventSent:
                Match(line);
                break;
        }
    }

    private int Add(HistoryEvent step, DurableStep? wait)
    {
        loop.Check();
        int number = NextStep++;
        step = step with { Task = number };
        _unmatched.Add(number, step);
        _open.Add(number, (step, wait));
        return number;
    }

    private void Match(HistoryEvent line)
    {
        if (!_unmatched.Remove(line.Task, out HistoryEvent? made))
        {
            throw new NonDeterminismException($"The history has {line.Describe()}, which the orchestrator did not make.");
        }

        // The input may change with the code: it was sent with the first making and is not sent again.
        if (made.Kind != line.Kind || !string.Equals(made.Name, line.Name, StringComparison.OrdinalIgnoreCase))
        {
            throw new NonDeterminismException($"The history has {line.Describe()}, but the orchestrator made {made.Describe()}.");
        }
    }

    private DurableStep? Close(HistoryEvent line)
    {
        if (_open.Remove(line.Task, out (HistoryEvent Step, DurableStep? Wait) open))
        {
            return open.Wait;
        }

        return _cancelled.Contains(line.Task)
            ? null
            : throw new NonDeterminismException($"The history has {line.Describe()}, which the orchestrator did not make.");
    }

    private void Fail(HistoryEvent line)
    {
        TaskFailureDetails failure = Payload.Read<TaskFailureDetails>(line.Data)!;
        Close(line)?.Fail(new TaskFailedException(line.Name!, line.Task, failure));
    }

    private void Abandon(int timer)
    {
        _open.Remove(timer);
        _cancelled.Add(timer);
        if (!IsReplaying)
        {
            _cancelledNow.Add(timer);
        }
    }
}
