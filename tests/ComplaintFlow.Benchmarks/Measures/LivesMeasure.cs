using ComplaintFlow.Benchmarks.Functions;
using ComplaintFlow.Benchmarks.Reporting;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace ComplaintFlow.Benchmarks.Measures;

/// <summary>Lives per second, 64 at a time: start, one event, three activities, end; each waited for by its client.</summary>
internal static class LivesMeasure
{
    public const int Together = 64;
    private const int Count = 10_000;

    public static async Task<IReadOnlyList<Figure>> RunAsync(BenchmarkArguments arguments)
    {
        string directory = Path.Combine(arguments.Directory, "lives");
        int count = arguments.Sized(Count);
        await using EngineHost host = await EngineHost.StartAsync(directory);
        await LeadAsync(host, count / 2);
        List<Cost> costs = [];
        List<double> flushes = [];
        for (int run = 0; run < arguments.Runs; run++)
        {
            flushes.Add(Disk.FlushesPerSecond(directory));
            costs.Add(await LeadAsync(host, count));
        }

        double commits = Figure.Median(costs.Select(cost => cost.Commits / cost.Elapsed.TotalSeconds));
        double lives = Figure.Median(costs.Select(cost => count / cost.Elapsed.TotalSeconds));
        double each = Figure.Median(costs.Select(cost => cost.ProcessorMicroseconds(count)));
        return
        [
            new Figure("lives, 64 at a time", "/s", [.. costs.Select(cost => count / cost.Elapsed.TotalSeconds)], Target.AtLeast(2000))
            {
                Bound = $"{Bounds.OfProcessors(each, lives)}; {Bounds.OfDisk(commits, Figure.Median(flushes))}",
            },
            new Figure("processor time per life", "µs", [.. costs.Select(cost => cost.ProcessorMicroseconds(count))]) { Bound = "the client's work included" },
            new Figure("lives per commit", "", [.. costs.Select(cost => count / (double)Math.Max(1, cost.Commits))]),
            new Figure("allocated per life", "B", [.. costs.Select(cost => cost.Allocated / (double)count)]),
        ];
    }

    public static Task<Cost> LeadAsync(EngineHost host, int count) =>
        Cost.OfAsync(() => Crowd.RunAsync(count, Together, _ => LeadOneAsync(host.Client)));

    public static async Task LeadOneAsync(DurableTaskClient client)
    {
        string id = References.Next();
        await client.ScheduleNewOrchestrationInstanceAsync(nameof(Life), new StartOrchestrationOptions(id));
        await client.RaiseEventAsync(id, Life.Nudge);
        OrchestrationMetadata ended = await client.WaitForInstanceCompletionAsync(id);
        if (ended.RuntimeStatus != OrchestrationRuntimeStatus.Completed)
        {
            throw new InvalidOperationException($"{id} ended as {ended.RuntimeStatus}: {ended.FailureDetails?.ErrorMessage}");
        }
    }
}
