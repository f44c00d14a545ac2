namespace ComplaintFlow.Simulation.Schedule;

/// <summary>
/// The tasks that live and die together: those of one run of the host, or those of the world outside. Once dropped,
/// none of them ever runs again, whatever completes: that is a crash.
/// </summary>
public sealed class Lane : TaskScheduler
{
    private readonly Loop _loop;

    internal Lane(Loop loop, string name) => (_loop, Name) = (loop, name);

    public string Name { get; }

    public bool IsDropped { get; private set; }

    public void Drop() => IsDropped = true;

    /// <summary>Starts work in this lane.</summary>
    public Task StartAsync(Func<Task> work) => Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.DenyChildAttach, this).Unwrap();

    internal void Execute(Task task) => TryExecuteTask(task);

    protected override void QueueTask(Task task)
    {
        if (!IsDropped)
        {
            _loop.Add(this, task);
        }
    }

    /// <summary>Never inline: every continuation is a choice of the loop.</summary>
    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) => false;

    protected override IEnumerable<Task> GetScheduledTasks() => [];
}
