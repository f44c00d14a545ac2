namespace Microsoft.DurableTask;

/// <summary>Says whether a failed task is tried again; may wait on durable tasks first, a timer for one.</summary>
public delegate Task<bool> AsyncRetryHandler(RetryContext retryContext);
