using ComplaintFlow.Benchmarks.Functions;
using ComplaintFlow.Benchmarks.Reporting;

namespace ComplaintFlow.Benchmarks.Measures;

/// <summary>Ten thousand timers due at one instant: how long until the last of their orchestrations has gone on to its next step.</summary>
internal static class TimersMeasure
{
    private const int Count = 10_000;

    public static async Task<IReadOnlyList<Figure>> RunAsync(BenchmarkArguments arguments)
    {
        int count = arguments.Sized(Count);
        Dormitory large = await Dormitory.LargeAsync(arguments);
        return
        [
            await MeasureAsync($"{count:#,0} timers at one instant", Path.Combine(arguments.Directory, "timers"), count, arguments.Runs),
            await MeasureAsync($"the same, {large.Count:#,0} asleep beside them", large.Directory, count, arguments.Runs),
        ];
    }

    private static async Task<Figure> MeasureAsync(string name, string directory, int count, int runs)
    {
        List<double> seconds = [];
        List<Cost> costs = [];
        await using EngineHost host = await EngineHost.StartAsync(directory);
        TimeSpan toFallAsleep = TimeSpan.FromMilliseconds(100 + (0.2 * count));
        for (int run = 0; run < runs;)
        {
            Task all = Alarm.ExpectAsync(count);
            DateTime due = TimeProvider.System.GetUtcNow().UtcDateTime + toFallAsleep;
            Cost asleep = await Cost.OfAsync(() => Dormitory.SleepAsync(host, count, due));
            TimeSpan left = due - TimeProvider.System.GetUtcNow().UtcDateTime;
            if (left < asleep.Elapsed / 2)
            {
                // Some may not have been asleep when it was time: once more, with more time.
                await all;
                toFallAsleep = asleep.Elapsed * 3;
                continue;
            }

            await Task.Delay(left, TimeProvider.System);
            costs.Add(await Cost.OfAsync(() => all));
            seconds.Add((TimeProvider.System.GetUtcNow().UtcDateTime - due).TotalSeconds);
            run++;
        }

        return new Figure(name, "s", seconds, Target.AtMost(5))
        {
            Bound = Bounds.OfProcessors(Figure.Median(costs.Select(cost => cost.ProcessorMicroseconds(count))), count / Figure.Median(seconds)),
        };
    }
}
