namespace Microsoft.DurableTask;

/// <summary>How an orchestration is started.</summary>
/// <param name="InstanceId">Its id; a random one when null.</param>
/// <param name="StartAt">The instant of its first turn; at once when null or past.</param>
public record StartOrchestrationOptions(string? InstanceId = null, DateTimeOffset? StartAt = null)
{
    /// <summary>Labels kept with the instance.</summary>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();
}
