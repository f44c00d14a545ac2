using ComplaintFlow.Benchmarks.Reporting;

namespace ComplaintFlow.Benchmarks.Measures;

/// <summary>The same lives in a file with a thousand instances and in one with a million.</summary>
internal static class GrowthMeasure
{
    private const int Count = 10_000;

    public static async Task<IReadOnlyList<Figure>> RunAsync(BenchmarkArguments arguments)
    {
        Dormitory small = await Dormitory.SmallAsync(arguments);
        Dormitory large = await Dormitory.LargeAsync(arguments);
        int count = arguments.Sized(Count);
        await using EngineHost few = await EngineHost.StartAsync(small.Directory);
        await using EngineHost many = await EngineHost.StartAsync(large.Directory);
        await LivesMeasure.LeadAsync(few, count);
        await LivesMeasure.LeadAsync(many, count);
        List<(Cost Few, Cost Many)> costs = [];
        for (int run = 0; run < arguments.Runs; run++)
        {
            costs.Add((await LivesMeasure.LeadAsync(few, count), await LivesMeasure.LeadAsync(many, count)));
        }

        return
        [
            new Figure($"cost of a life, {large.Count:#,0} instances to {small.Count:#,0}", "times", [.. costs.Select(cost => cost.Many.Processor / cost.Few.Processor)], Target.AtMost(1.3))
            {
                Bound = $"processor time: {Figure.Median(costs.Select(cost => cost.Few.ProcessorMicroseconds(count))):0} µs and {Figure.Median(costs.Select(cost => cost.Many.ProcessorMicroseconds(count))):0} µs a life",
            },
            new Figure("the same by the clock", "times", [.. costs.Select(cost => cost.Many.Elapsed / cost.Few.Elapsed)])
            {
                Bound = $"{Figure.Median(costs.Select(cost => count / cost.Few.Elapsed.TotalSeconds)):0} and {Figure.Median(costs.Select(cost => count / cost.Many.Elapsed.TotalSeconds)):0} lives/s",
            },
        ];
    }
}
