using System.Diagnostics;
using ComplaintFlow.Benchmarks.Reporting;

namespace ComplaintFlow.Benchmarks.Measures;

/// <summary>How long one life takes when there is no other.</summary>
internal static class LatencyMeasure
{
    private const int Count = 1000;

    public static async Task<IReadOnlyList<Figure>> RunAsync(BenchmarkArguments arguments)
    {
        string directory = Path.Combine(arguments.Directory, "latency");
        int count = arguments.Sized(Count);
        await using EngineHost host = await EngineHost.StartAsync(directory);
        await LivesMeasure.LeadAsync(host, count);
        List<double> medians = [];
        List<double> worst = [];
        List<double> flushes = [];
        List<double> commits = [];
        for (int run = 0; run < arguments.Runs; run++)
        {
            flushes.Add(Disk.FlushesPerSecond(directory));
            List<double> milliseconds = [];
            Cost cost = await Cost.OfAsync(async () =>
            {
                for (int number = 0; number < count; number++)
                {
                    long start = Stopwatch.GetTimestamp();
                    await LivesMeasure.LeadOneAsync(host.Client);
                    milliseconds.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                }
            });
            commits.Add(cost.Commits / (double)count);
            medians.Add(Figure.Median(milliseconds));
            worst.Add(Figure.Percentile(milliseconds, 0.99));
        }

        double flush = 1000 / Figure.Median(flushes);
        double each = Figure.Median(commits);
        return
        [
            new Figure("one life alone, median", "ms", medians, Target.AtMost(5))
            {
                Bound = $"disk: {each:0.0} commits a life at {flush:0.00} ms a flush are {each * flush:0.00} ms at least; {each * flush / Figure.Median(medians):P0} of it",
            },
            new Figure("one life alone, 99 %", "ms", worst) { Bound = $"{Figure.Median(worst) / Figure.Median(medians):0.0} times the median" },
        ];
    }
}
