namespace ComplaintFlow.Simulation.World;

/// <summary>
/// The machine's disk, in memory where there is such a place. After a crash the next run gets a copy of what the last
/// one had written, since nobody closes the files of a dead one.
/// </summary>
internal sealed class Disk : IDisposable
{
    private static int _count;
    private string? _current;
    private int _runs;

    public Disk()
    {
        string place = Directory.Exists("/dev/shm") ? "/dev/shm" : Path.GetTempPath();
        Root = Path.Combine(place, $"complaintflow-simulation-{Environment.ProcessId}-{Interlocked.Increment(ref _count)}");
        Directory.CreateDirectory(Root);
    }

    public string Root { get; }

    /// <summary>The data directory of the next run.</summary>
    /// <param name="losesEngine">Whether the engine's file is gone: it is disposable, the store has all that it knew.</param>
    public string Next(bool losesEngine = false)
    {
        string next = Path.Combine(Root, $"{_runs++}");
        Directory.CreateDirectory(next);
        if (_current is { } former)
        {
            foreach (string file in Directory.EnumerateFiles(former).Where(file => Survives(Path.GetFileName(file), losesEngine)))
            {
                File.Copy(file, Path.Combine(next, Path.GetFileName(file)));
            }

            Directory.Delete(former, recursive: true);
        }

        return _current = next;
    }

    private static bool Survives(string file, bool losesEngine) =>
        !file.EndsWith("-shm", StringComparison.Ordinal)
        && !file.EndsWith(".lock", StringComparison.Ordinal)
        && !(losesEngine && file.StartsWith("engine.db", StringComparison.Ordinal));

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
