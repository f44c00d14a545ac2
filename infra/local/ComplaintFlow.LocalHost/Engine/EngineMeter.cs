using System.Diagnostics.Metrics;

namespace ComplaintFlow.LocalHost.Engine;

/// <summary>What the engine counts, for whoever listens.</summary>
internal static class EngineMeter
{
    private static readonly Meter Meter = new("LocalHost.Engine");

    /// <summary>Transactions that reached the disk.</summary>
    public static Counter<long> Commits { get; } = Meter.CreateCounter<long>("engine.commits");

    /// <summary>The changes in them: starts, events, results, turns.</summary>
    public static Counter<long> Changes { get; } = Meter.CreateCounter<long>("engine.changes");
}
