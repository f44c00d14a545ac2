using System.Diagnostics;
using System.Globalization;

namespace ComplaintFlow.Benchmarks.Measures;

/// <summary>A process of its own on a file of sleeping instances.</summary>
internal static class Sleeper
{
    private const string Ready = "ready";

    /// <summary>What the process does: starts, says so, and watches itself do nothing.</summary>
    public static async Task RunAsync(string directory, TimeSpan watched)
    {
        await using EngineHost host = await EngineHost.StartAsync(directory);
        await Console.Out.WriteLineAsync(Ready);
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);

        // What the start has set off, the compiler's second pass among it, is not idleness.
        await Task.Delay(watched / 4, TimeProvider.System);
        using Process self = Process.GetCurrentProcess();
        long resident = self.WorkingSet64;
        TimeSpan processor = self.TotalProcessorTime;
        await Task.Delay(watched, TimeProvider.System);
        self.Refresh();
        double share = watched > TimeSpan.Zero ? (self.TotalProcessorTime - processor) / watched : 0;
        await Console.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{resident} {share}"));
    }

    /// <summary>Starts one and gives its report.</summary>
    public static async Task<SleepReport> StartAsync(string directory, TimeSpan watched)
    {
        string program = typeof(Sleeper).Assembly.Location;
        ProcessStartInfo start = new("dotnet", [program, "--directory", directory, "--sleep", watched.TotalSeconds.ToString(CultureInfo.InvariantCulture)])
        {
            RedirectStandardOutput = true,
        };
        long from = Stopwatch.GetTimestamp();
        using Process process = Process.Start(start)!;
        string? line;
        do
        {
            line = await process.StandardOutput.ReadLineAsync();
        }
        while (line is not (null or Ready));

        TimeSpan readyAfter = Stopwatch.GetElapsedTime(from);
        string report = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException($"The process on {directory} has ended early.");
        await process.WaitForExitAsync();
        string[] parts = report.Split(' ');
        return new SleepReport(readyAfter, long.Parse(parts[0], CultureInfo.InvariantCulture), double.Parse(parts[1], CultureInfo.InvariantCulture));
    }
}
