namespace Microsoft.DurableTask;

/// <summary>When a failed task is tried again: by a policy or by a handler.</summary>
public sealed class TaskRetryOptions
{
    /// <summary>Retries by policy.</summary>
    public TaskRetryOptions(RetryPolicy policy)
    {
        Policy = policy;
    }

    /// <summary>Retries as the handler says.</summary>
    public TaskRetryOptions(AsyncRetryHandler handler)
    {
        Handler = handler;
    }

    /// <summary>The policy; null when there is a handler.</summary>
    public RetryPolicy? Policy { get; }

    /// <summary>The handler; null when there is a policy.</summary>
    public AsyncRetryHandler? Handler { get; }

    /// <summary>Retries by policy.</summary>
    public static implicit operator TaskRetryOptions(RetryPolicy policy) => FromRetryPolicy(policy);

    /// <summary>Retries as the handler says.</summary>
    public static implicit operator TaskRetryOptions(AsyncRetryHandler handler) => FromRetryHandler(handler);

    /// <summary>Retries as the handler says.</summary>
    public static implicit operator TaskRetryOptions(RetryHandler handler) => FromRetryHandler(handler);

    /// <summary>Retries by policy.</summary>
    public static TaskRetryOptions FromRetryPolicy(RetryPolicy policy) => new(policy);

    /// <summary>Retries as the handler says.</summary>
    public static TaskRetryOptions FromRetryHandler(AsyncRetryHandler handler) => new(handler);

    /// <summary>Retries as the handler says.</summary>
    public static TaskRetryOptions FromRetryHandler(RetryHandler handler) =>
        new(context => Task.FromResult(handler(context)));
}
