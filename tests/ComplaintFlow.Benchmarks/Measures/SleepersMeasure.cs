using ComplaintFlow.Benchmarks.Reporting;

namespace ComplaintFlow.Benchmarks.Measures;

/// <summary>What a million sleeping instances cost: on disk, in memory, at the start and while nothing happens.</summary>
internal static class SleepersMeasure
{
    private static readonly TimeSpan Watched = TimeSpan.FromSeconds(20);

    public static async Task<IReadOnlyList<Figure>> RunAsync(BenchmarkArguments arguments)
    {
        string empty = Path.Combine(arguments.Directory, "empty");
        await using (await EngineHost.StartAsync(empty))
        {
        }

        Dormitory full = await Dormitory.LargeAsync(arguments);
        TimeSpan watched = Watched * Math.Min(1, arguments.Scale);
        SleepReport none = await Sleeper.StartAsync(empty, TimeSpan.Zero);
        List<SleepReport> reports = [];
        for (int run = 0; run < arguments.Runs; run++)
        {
            reports.Add(await Sleeper.StartAsync(full.Directory, watched));
        }

        double bytesOnDisk = full.BytesOnDisk / (double)full.Count;
        return
        [
            new Figure($"{full.Count:#,0} asleep: memory each", "B", [.. reports.Select(report => Math.Max(0, report.ResidentBytes - none.ResidentBytes) / (double)full.Count)], Target.AtMost(150))
            {
                Bound = $"resident memory of a process on that file less that of one on an empty file ({none.ResidentBytes / 1e6:0} MB), each after a collection",
            },
            new Figure("asleep: file each", "B", [bytesOnDisk], Target.AtMost(600)) { Bound = "the whole file by the number of instances, ids and payloads included" },
            new Figure("asleep: start of the process until ready", "s", [.. reports.Select(report => report.ReadyAfter.TotalSeconds)], Target.AtMost(5))
            {
                Bound = $"{none.ReadyAfter.TotalSeconds:0.00} s on an empty file; {Figure.Median(reports.Select(report => report.ReadyAfter / none.ReadyAfter)):0.00} times that",
            },
            new Figure("asleep: processor while idle", "%", [.. reports.Select(report => report.IdleShare * 100)], Target.AtMost(1))
            {
                Bound = $"watched for {watched.TotalSeconds:0.#} s; nothing is due in it",
            },
            new Figure("putting them to sleep", "/s", [full.Count / full.Cost.Elapsed.TotalSeconds])
            {
                Bound = $"{Bounds.OfProcessors(full.Cost.ProcessorMicroseconds(full.Count), full.Count / full.Cost.Elapsed.TotalSeconds)}; {full.Count / (double)Math.Max(1, full.Cost.Commits):0.0} a commit",
            },
        ];
    }
}
