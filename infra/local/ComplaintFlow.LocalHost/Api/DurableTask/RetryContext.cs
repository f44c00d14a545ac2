namespace Microsoft.DurableTask;

/// <summary>What a retry handler knows.</summary>
/// <param name="OrchestrationContext">The orchestration.</param>
/// <param name="LastAttemptNumber">The attempt that failed, from 1.</param>
/// <param name="LastFailure">Why.</param>
/// <param name="TotalRetryTime">Since the first attempt.</param>
/// <param name="CancellationToken">Never cancelled by this engine.</param>
public record RetryContext(
    TaskOrchestrationContext OrchestrationContext,
    int LastAttemptNumber,
    TaskFailureDetails LastFailure,
    TimeSpan TotalRetryTime,
    CancellationToken CancellationToken);
