namespace ComplaintFlow.Benchmarks.Functions;

/// <summary>Counts those who wake up.</summary>
public static class Alarm
{
    private static readonly Lock Gate = new();
    private static TaskCompletionSource _all = new();
    private static int _left;

    /// <summary>Completes when so many have woken up from now on.</summary>
    public static Task ExpectAsync(int count)
    {
        lock (Gate)
        {
            (_all, _left) = (new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously), count);
            return _all.Task;
        }
    }

    public static void Ring(string reference)
    {
        ArgumentException.ThrowIfNullOrEmpty(reference);
        lock (Gate)
        {
            if (--_left == 0)
            {
                _all.SetResult();
            }
        }
    }
}
