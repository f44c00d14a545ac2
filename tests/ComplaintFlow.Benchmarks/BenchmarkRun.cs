using ComplaintFlow.Benchmarks.Measures;
using ComplaintFlow.Benchmarks.Reporting;

namespace ComplaintFlow.Benchmarks;

/// <summary>Carries out the measures that were asked for, prints the table and writes the figures.</summary>
public static class BenchmarkRun
{
    private const int WrongArguments = 2;

    private static readonly (string Name, Func<BenchmarkArguments, Task<IReadOnlyList<Figure>>> Measure)[] Measures =
    [
        ("lives", LivesMeasure.RunAsync),
        ("latency", LatencyMeasure.RunAsync),
        ("posts", PostsMeasure.RunAsync),
        ("mails", MailsMeasure.RunAsync),
        ("sleepers", SleepersMeasure.RunAsync),
        ("timers", TimersMeasure.RunAsync),
        ("growth", GrowthMeasure.RunAsync),
    ];

    public static async Task<int> RunAsync(string[] args)
    {
        BenchmarkArguments arguments;
        try
        {
            arguments = BenchmarkArguments.Read(args);
            if (arguments.Only.Except(Measures.Select(measure => measure.Name)).FirstOrDefault() is { } unknown)
            {
                throw new FormatException($"There is no measure '{unknown}'.");
            }
        }
        catch (FormatException wrong)
        {
            await Console.Error.WriteLineAsync($"{wrong.Message}\n{BenchmarkArguments.Usage}");
            return WrongArguments;
        }

        if (arguments.SleepFor is { } seconds)
        {
            await Sleeper.RunAsync(arguments.Directory, TimeSpan.FromSeconds(seconds));
            return 0;
        }

        Clear(arguments.Directory);
        Machine machine = Machine.Describe(arguments.Directory);
        List<Figure> figures = [];
        foreach ((string name, Func<BenchmarkArguments, Task<IReadOnlyList<Figure>>> measure) in Measures)
        {
            if (arguments.Only.Count == 0 || arguments.Only.Contains(name))
            {
                await Console.Error.WriteLineAsync($"{name}…");
                figures.AddRange(await measure(arguments));
            }
        }

        Directory.Delete(arguments.Directory, recursive: true);
        await Console.Out.WriteLineAsync(Table.Of(machine, figures));
        string file = arguments.Json ?? Path.Combine(".data", "benchmarks", $"{machine.At:yyyyMMddTHHmmss}.json");
        await FiguresFile.WriteAsync(file, machine, figures);
        await Console.Out.WriteLineAsync($"\n{file}");
        return 0;
    }

    private static void Clear(string directory)
    {
        if (Directory.Exists(directory))
        {
            Directory.Delete(directory, recursive: true);
        }

        Directory.CreateDirectory(directory);
    }
}
