namespace ComplaintFlow.LocalHost.Hosting;

/// <summary>Threads that are there from the start.</summary>
internal static class WorkerThreads
{
    /// <summary>The two writers, a few mails and a few documents at once.</summary>
    private const int AtLeast = 16;

    /// <summary>
    /// What is flushed to disk holds its thread until the disk has answered. The pool begins with one thread a processor and
    /// adds others so slowly that on a small machine requests would wait for the disk meanwhile.
    /// </summary>
    public static void Prepare()
    {
        ThreadPool.GetMinThreads(out int workers, out int completions);
        ThreadPool.SetMinThreads(Math.Max(workers, AtLeast), completions);
    }
}
