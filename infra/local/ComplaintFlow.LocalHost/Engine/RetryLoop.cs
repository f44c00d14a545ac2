using Microsoft.DurableTask;

namespace ComplaintFlow.LocalHost.Engine;

/// <summary>Tries a step again as its options say. Waits are durable timers, so a retry outlives the process.</summary>
internal static class RetryLoop
{
    public static Task<T> RunAsync<T>(TaskOrchestrationContext context, TaskRetryOptions? retry, Func<Task<T>> attempt) => retry switch
    {
        { Policy: { } policy } => ByPolicyAsync(context, policy, attempt),
        { Handler: { } handler } => ByHandlerAsync(context, handler, attempt),
        _ => attempt(),
    };

    /// <summary>The wait after a failed attempt, counted from 1; null when there is no other.</summary>
    public static TimeSpan? Wait(RetryPolicy policy, int attempt, TimeSpan sinceFirst)
    {
        bool isTimeOver = policy.RetryTimeout != Timeout.InfiniteTimeSpan && sinceFirst >= policy.RetryTimeout;
        if (attempt >= policy.MaxNumberOfAttempts || isTimeOver)
        {
            return null;
        }

        double milliseconds = policy.FirstRetryInterval.TotalMilliseconds * Math.Pow(policy.BackoffCoefficient, attempt - 1);
        TimeSpan longest = policy.MaxRetryInterval == Timeout.InfiniteTimeSpan ? TimeSpan.FromDays(3650) : policy.MaxRetryInterval;
        return milliseconds >= longest.TotalMilliseconds ? longest : TimeSpan.FromMilliseconds(milliseconds);
    }

    private static async Task<T> ByPolicyAsync<T>(TaskOrchestrationContext context, RetryPolicy policy, Func<Task<T>> attempt)
    {
        DateTime first = context.CurrentUtcDateTime;
        for (int number = 1; ; number++)
        {
            TimeSpan? wait;
            try
            {
                return await attempt();
            }
            catch (Exception failed) when (policy.Handles(failed)
                && (wait = Wait(policy, number, context.CurrentUtcDateTime - first)) is not null)
            {
            }

            await context.CreateTimer(wait.Value, CancellationToken.None);
        }
    }

    private static async Task<T> ByHandlerAsync<T>(TaskOrchestrationContext context, AsyncRetryHandler handler, Func<Task<T>> attempt)
    {
        DateTime first = context.CurrentUtcDateTime;
        for (int number = 1; ; number++)
        {
            try
            {
                return await attempt();
            }
            catch (TaskFailedException failed)
            {
                RetryContext retry = new(context, number, failed.FailureDetails, context.CurrentUtcDateTime - first, CancellationToken.None);
                if (!await handler(retry))
                {
                    throw;
                }
            }
        }
    }
}
