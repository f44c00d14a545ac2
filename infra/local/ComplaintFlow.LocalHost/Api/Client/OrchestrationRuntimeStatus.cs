namespace Microsoft.DurableTask.Client;

/// <summary>Where an instance stands.</summary>
public enum OrchestrationRuntimeStatus
{
    /// <summary>Between its first turn and its end.</summary>
    Running = 0,

    /// <summary>Ended by itself.</summary>
    Completed = 1,

    /// <summary>Between two runs; never seen from outside.</summary>
    ContinuedAsNew = 2,

    /// <summary>Ended by an exception.</summary>
    Failed = 3,

    /// <summary>Not used.</summary>
    Canceled = 4,

    /// <summary>Ended by a client.</summary>
    Terminated = 5,

    /// <summary>Before its first turn.</summary>
    Pending = 6,

    /// <summary>Held by a client.</summary>
    Suspended = 7,
}
