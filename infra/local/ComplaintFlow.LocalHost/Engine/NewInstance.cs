namespace ComplaintFlow.LocalHost.Engine;

/// <summary>An instance about to start.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its orchestrator.</param>
/// <param name="Input">Its input, as JSON.</param>
/// <param name="StartAt">Ticks of the instant of its first turn, in UTC; 0 for at once.</param>
internal sealed record NewInstance(string Id, string Name, string? Input, long StartAt = 0)
{
    /// <summary>The number of its run.</summary>
    public long Execution { get; init; } = Instances.NewExecution();

    public IReadOnlyDictionary<string, string>? Tags { get; init; }

    /// <summary>The instance that calls it.</summary>
    public InstanceRow? Parent { get; init; }

    /// <summary>The step of the caller.</summary>
    public int ParentTask { get; init; } = -1;
}
