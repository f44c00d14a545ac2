namespace ComplaintFlow.LocalHost.Engine;

/// <summary>What has to be done after a commit.</summary>
internal sealed class Consequences
{
    /// <summary>Instances that have something to do.</summary>
    public HashSet<string> Ready { get; } = [];

    public List<ActivityCall> Activities { get; } = [];

    /// <summary>Whether the first due timer may be another one now.</summary>
    public bool TimersChanged { get; set; }
}
