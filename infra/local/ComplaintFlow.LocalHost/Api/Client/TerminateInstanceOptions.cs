namespace Microsoft.DurableTask.Client;

/// <summary>How to terminate.</summary>
/// <param name="Output">What the instance gives as output.</param>
/// <param name="Recursive">Whether sub-orchestrations are terminated as well.</param>
public record TerminateInstanceOptions(object? Output = null, bool Recursive = false);
