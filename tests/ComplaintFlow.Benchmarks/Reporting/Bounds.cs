namespace ComplaintFlow.Benchmarks.Reporting;

/// <summary>The bounds of a figure in words: what the machine could do at most, and which share of it was reached.</summary>
internal static class Bounds
{
    /// <summary>The processors, if one thing takes so much of them and nothing else had to be waited for.</summary>
    /// <param name="microseconds">Processor time of one, all threads together, the client's among them.</param>
    /// <param name="perSecond">How many a second there were.</param>
    public static string OfProcessors(double microseconds, double perSecond)
    {
        double most = Environment.ProcessorCount * 1e6 / microseconds;
        return $"processors: {microseconds:0} µs each, so {most:0}/s at most on {Environment.ProcessorCount}; {perSecond / most:P0} of it";
    }

    /// <summary>The disk, if each commit needs a flush of its own.</summary>
    public static string OfDisk(double commitsPerSecond, double flushesPerSecond) =>
        $"disk: {flushesPerSecond:0} flushes/s; {commitsPerSecond / flushesPerSecond:P0} of it in {commitsPerSecond:0} commits/s";
}
