using System.Collections.Concurrent;

namespace ComplaintFlow.LocalHost.Engine;

/// <summary>
/// The thread of one turn: what the orchestrator awaits continues here, one thing after the other. A continuation from
/// another thread means that it awaits something that is not durable.
/// </summary>
internal sealed class TurnLoop : SynchronizationContext
{
    private readonly ConcurrentQueue<(SendOrPostCallback Callback, object? State)> _queue = [];
    private readonly int _thread = Environment.CurrentManagedThreadId;
    private readonly TaskCompletionSource _intrusion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile bool _isOver;

    /// <summary>Whether something came from outside the turn.</summary>
    public bool WasEnteredFromOutside { get; private set; }

    /// <summary>Completes when something comes from outside, though it be after the turn; else never.</summary>
    public Task Intrusion => _intrusion.Task;

    /// <summary>The turn is over: whatever comes now comes from outside.</summary>
    public void End() => _isOver = true;

    public override void Post(SendOrPostCallback d, object? state)
    {
        if (_isOver || !IsHere)
        {
            WasEnteredFromOutside = true;
            _intrusion.TrySetResult();
        }

        _queue.Enqueue((d, state));
    }

    public override void Send(SendOrPostCallback d, object? state) => Post(d, state);

    public override SynchronizationContext CreateCopy() => this;

    /// <summary>Runs a piece of work, and all that follows from it, on this thread.</summary>
    public void Run(Action work)
    {
        SynchronizationContext? outer = Current;
        SetSynchronizationContext(this);
        try
        {
            work();
            while (_queue.TryDequeue(out (SendOrPostCallback Callback, object? State) item))
            {
                item.Callback(item.State);
            }
        }
        finally
        {
            SetSynchronizationContext(outer);
        }
    }

    /// <summary>Refuses callers that are not on the thread of the turn.</summary>
    /// <exception cref="InvalidOperationException">The caller is on another thread.</exception>
    public void Check()
    {
        if (!IsHere || Current != this)
        {
            WasEnteredFromOutside = true;
            throw new InvalidOperationException(ForeignTask);
        }
    }

    /// <summary>What a broken orchestrator is told.</summary>
    public const string ForeignTask =
        "The orchestrator awaits a task that its context did not make (Task.Run, Task.Delay, I/O, ConfigureAwait(false)): only durable tasks can be awaited.";

    private bool IsHere => Environment.CurrentManagedThreadId == _thread;
}
