namespace Microsoft.DurableTask.Client;

/// <summary>Which instances to list; what is null does not narrow.</summary>
/// <param name="CreatedFrom">Started at or after.</param>
/// <param name="CreatedTo">Started at or before.</param>
/// <param name="Statuses">In one of these.</param>
/// <param name="TaskHubNames">Of these task hubs; this host has one, and lists it whatever is asked.</param>
/// <param name="InstanceIdPrefix">Whose id begins so.</param>
/// <param name="PageSize">The size of a page.</param>
/// <param name="FetchInputsAndOutputs">Whether inputs, outputs and custom statuses are read.</param>
/// <param name="ContinuationToken">Where to go on.</param>
public record OrchestrationQuery(
    DateTimeOffset? CreatedFrom = null,
    DateTimeOffset? CreatedTo = null,
    IEnumerable<OrchestrationRuntimeStatus>? Statuses = null,
    IEnumerable<string>? TaskHubNames = null,
    string? InstanceIdPrefix = null,
    int PageSize = OrchestrationQuery.DefaultPageSize,
    bool FetchInputsAndOutputs = false,
    string? ContinuationToken = null)
{
    /// <summary>The size of a page unless said otherwise.</summary>
    public const int DefaultPageSize = 100;
}
