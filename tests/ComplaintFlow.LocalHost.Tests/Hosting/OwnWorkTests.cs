using System.Collections.Concurrent;
using ComplaintFlow.LocalHost.Hosting;

namespace ComplaintFlow.LocalHost.Tests.Hosting;

public sealed class OwnWorkTests
{
    [Fact]
    public async Task Work_StartedFromTheThreadPool_StaysThere()
    {
        (TaskScheduler scheduler, bool isPool) = (TaskScheduler.Current, false);

        await OwnWork.StartAsync(() =>
        {
            (scheduler, isPool) = (TaskScheduler.Current, Thread.CurrentThread.IsThreadPoolThread);
            return Task.CompletedTask;
        });

        Assert.Same(TaskScheduler.Default, scheduler);
        Assert.True(isPool);
    }

    [Fact]
    public void Work_StartedOnAScheduler_StaysOnIt()
    {
        // The test runner's own context would come before any scheduler.
        SynchronizationContext.SetSynchronizationContext(null);
        StepByStep scheduler = new();
        List<TaskScheduler> seen = [];
        TaskCompletionSource<int> source = new(TaskCreationOptions.RunContinuationsAsynchronously);
        using CancellationTokenSource cancellation = new();

        Task work = Task.Factory.StartNew(
            () => OwnWork.StartAsync(async () =>
            {
                seen.Add(TaskScheduler.Current);
                await OwnWork.UntilAsync(() => source.Task, cancellation.Token);
                seen.Add(TaskScheduler.Current);
            }),
            CancellationToken.None,
            TaskCreationOptions.None,
            scheduler).Unwrap();
        scheduler.Run();
        source.SetResult(1);
        scheduler.Run();

        Assert.True(work.IsCompletedSuccessfully);
        Assert.Equal([scheduler, scheduler], seen);
    }

    [Fact]
    public async Task Waiting_Cancelled_IsGivenUpAndTheWorkGoesOn()
    {
        TaskCompletionSource<int> source = new();
        using CancellationTokenSource cancellation = new();
        Task<int> waiting = OwnWork.UntilAsync(() => source.Task, cancellation.Token);

        await cancellation.CancelAsync();

        await Assert.ThrowsAsync<TaskCanceledException>(() => waiting);
        Assert.True(source.TrySetResult(1));
    }

    private sealed class StepByStep : TaskScheduler
    {
        private readonly ConcurrentQueue<Task> _tasks = [];

        public void Run()
        {
            while (_tasks.TryDequeue(out Task? task))
            {
                TryExecuteTask(task);
            }
        }

        protected override void QueueTask(Task task) => _tasks.Enqueue(task);

        protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) => false;

        protected override IEnumerable<Task> GetScheduledTasks() => _tasks;
    }
}
