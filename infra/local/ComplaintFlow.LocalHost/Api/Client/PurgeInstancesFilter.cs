namespace Microsoft.DurableTask.Client;

/// <summary>Which ended instances to purge; what is null does not narrow.</summary>
/// <param name="CreatedFrom">Started at or after.</param>
/// <param name="CreatedTo">Started at or before.</param>
/// <param name="Statuses">In one of these; those still running are left out in any case.</param>
public record PurgeInstancesFilter(
    DateTimeOffset? CreatedFrom = null,
    DateTimeOffset? CreatedTo = null,
    IEnumerable<OrchestrationRuntimeStatus>? Statuses = null);
