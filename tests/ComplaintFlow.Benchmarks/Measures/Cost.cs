using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace ComplaintFlow.Benchmarks.Measures;

/// <summary>What a piece of work took: time, processor time of the whole process, commits of the engine.</summary>
/// <param name="Elapsed">Wall-clock time.</param>
/// <param name="Processor">User and system time of all threads, the client's among them.</param>
/// <param name="Allocated">Bytes.</param>
/// <param name="Commits">Transactions of the engine.</param>
internal sealed record Cost(TimeSpan Elapsed, TimeSpan Processor, long Allocated, long Commits)
{
    private static long _commits;
    private static readonly MeterListener Listener = Listen();

    /// <summary>How many processors were busy.</summary>
    public double Cores => Processor / Elapsed;

    public static async Task<Cost> OfAsync(Func<Task> work)
    {
        _ = Listener;
        using Process process = Process.GetCurrentProcess();
        TimeSpan processor = process.TotalProcessorTime;
        long allocated = GC.GetTotalAllocatedBytes();
        long commits = Interlocked.Read(ref _commits);
        long start = Stopwatch.GetTimestamp();
        await work();
        TimeSpan elapsed = Stopwatch.GetElapsedTime(start);
        process.Refresh();
        return new Cost(
            elapsed, process.TotalProcessorTime - processor, GC.GetTotalAllocatedBytes() - allocated, Interlocked.Read(ref _commits) - commits);
    }

    /// <summary>Processor time for one of so many.</summary>
    public double ProcessorMicroseconds(int count) => Processor.TotalMicroseconds / count;

    private static MeterListener Listen()
    {
        MeterListener listener = new()
        {
            InstrumentPublished = static (instrument, self) =>
            {
                if (instrument.Name == "engine.commits")
                {
                    self.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>(static (_, count, _, _) => Interlocked.Add(ref _commits, count));
        listener.Start();
        return listener;
    }
}
