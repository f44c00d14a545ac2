namespace Microsoft.DurableTask;

/// <summary>Says whether a failed task is tried again, at once.</summary>
public delegate bool RetryHandler(RetryContext retryContext);
