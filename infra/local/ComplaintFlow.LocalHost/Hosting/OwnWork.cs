namespace ComplaintFlow.LocalHost.Hosting;

/// <summary>
/// Work that the host starts beside its caller. It runs on the scheduler of whoever starts it: the thread pool in a
/// program, where requests, timers and hosted services know no other, and a simulation's own where one is simulated, so
/// that nothing of the host runs outside it.
/// </summary>
internal static class OwnWork
{
    public static Task StartAsync(Func<Task> work) =>
        Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.DenyChildAttach, TaskScheduler.Current).Unwrap();

    public static void Start(Action work) =>
        _ = Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.DenyChildAttach, TaskScheduler.Current);

    /// <summary>
    /// Starts <paramref name="work"/>, unless <paramref name="cancellation"/> has come before: then nothing is done. The
    /// result, unless it comes before that: then the wait is given up, and no more. It takes no way over the thread pool.
    /// </summary>
    public static Task<T> UntilAsync<T>(Func<Task<T>> work, CancellationToken cancellation) =>
        cancellation.IsCancellationRequested ? Task.FromCanceled<T>(cancellation) : OrUntilAsync(work(), cancellation);

    private static async Task<T> OrUntilAsync<T>(Task<T> task, CancellationToken cancellation)
    {
        if (!cancellation.CanBeCanceled || task.IsCompleted)
        {
            return await task;
        }

        TaskCompletionSource<T> first = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await using CancellationTokenRegistration registration = cancellation.Register(() => first.TrySetCanceled(cancellation));
        _ = PassOnAsync(task, first);
        return await first.Task;
    }

    private static async Task PassOnAsync<T>(Task<T> task, TaskCompletionSource<T> first)
    {
        try
        {
            first.TrySetResult(await task);
        }
        catch (Exception exception)
        {
            first.TrySetException(exception);
        }
    }
}
