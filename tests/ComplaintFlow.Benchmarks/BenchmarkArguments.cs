using System.Globalization;

namespace ComplaintFlow.Benchmarks;

/// <summary>What the command line asks for.</summary>
public sealed record BenchmarkArguments
{
    public const string Usage = """
        dotnet run -c Release --project tests/ComplaintFlow.Benchmarks [-- options]
          --only <name>[,<name>]  only these measures: lives, latency, posts, mails, sleepers, timers, growth
          --runs <n>              runs of each measure, 5 unless said; the table gives the median, the least and the most
          --scale <x>             sizes times x, 1 unless said; targets are only claimed for 1
          --json <file>           where the figures go, .data/benchmarks/<instant>.json unless said
          --directory <folder>    where the engines' files are made, on the disk to measure; .data/benchmarks/work unless said
        """;

    /// <summary>The measures asked for; all when empty.</summary>
    public IReadOnlyList<string> Only { get; private init; } = [];

    public int Runs { get; private init; } = 5;

    public double Scale { get; private init; } = 1;

    public string? Json { get; private init; }

    public string Directory { get; private init; } = Path.Combine(".data", "benchmarks", "work");

    /// <summary>Seconds of idleness to watch, in a process made to sleep; null in all others.</summary>
    public double? SleepFor { get; private init; }

    /// <exception cref="FormatException">An option is unknown, or its value cannot be read.</exception>
    public static BenchmarkArguments Read(IReadOnlyList<string> args)
    {
        BenchmarkArguments read = new();
        for (int index = 0; index < args.Count; index += 2)
        {
            string value = index + 1 < args.Count ? args[index + 1] : throw new FormatException($"{args[index]} needs a value.");
            read = args[index] switch
            {
                "--only" => read with { Only = value.Split(',') },
                "--runs" => read with { Runs = int.Parse(value, CultureInfo.InvariantCulture) },
                "--scale" => read with { Scale = double.Parse(value, CultureInfo.InvariantCulture) },
                "--json" => read with { Json = value },
                "--directory" => read with { Directory = value },
                "--sleep" => read with { SleepFor = double.Parse(value, CultureInfo.InvariantCulture) },
                _ => throw new FormatException($"{args[index]} is unknown."),
            };
        }

        return read with { Directory = Path.GetFullPath(read.Directory) };
    }

    /// <summary>A size at the scale asked for.</summary>
    public int Sized(int size) => Math.Max(1, (int)(size * Scale));
}
