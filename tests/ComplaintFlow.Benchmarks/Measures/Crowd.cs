namespace ComplaintFlow.Benchmarks.Measures;

/// <summary>Many at a time.</summary>
internal static class Crowd
{
    /// <summary>Does the work for 0 to <paramref name="count"/> - 1, so many at a time.</summary>
    public static Task RunAsync(int count, int together, Func<int, Task> work)
    {
        int next = -1;
        return Task.WhenAll(Enumerable.Range(0, together).Select(_ => Task.Run(async () =>
        {
            while (Interlocked.Increment(ref next) is int number && number < count)
            {
                await work(number);
            }
        })));
    }
}
