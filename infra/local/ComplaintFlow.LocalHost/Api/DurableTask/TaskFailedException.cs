namespace Microsoft.DurableTask;

/// <summary>An activity or a sub-orchestration failed.</summary>
public sealed class TaskFailedException : Exception
{
    /// <summary>A failure that an exception in the orchestration explains.</summary>
    public TaskFailedException(string taskName, int taskId, Exception innerException)
        : base(Describe(taskName, taskId, innerException.Message), innerException)
    {
        TaskName = taskName;
        TaskId = taskId;
        FailureDetails = TaskFailureDetails.FromException(innerException);
    }

    /// <summary>A failure read from the history.</summary>
    public TaskFailedException(string taskName, int taskId, TaskFailureDetails failureDetails)
        : base(Describe(taskName, taskId, failureDetails.ErrorMessage))
    {
        TaskName = taskName;
        TaskId = taskId;
        FailureDetails = failureDetails;
    }

    /// <summary>The name of the task.</summary>
    public string TaskName { get; }

    /// <summary>Its number in the orchestration, from 0.</summary>
    public int TaskId { get; }

    /// <summary>Why it failed.</summary>
    public TaskFailureDetails FailureDetails { get; }

    /// <summary>Whether the failure is a <typeparamref name="T"/>, by the name of its type.</summary>
    public bool IsCausedByException<T>()
        where T : Exception => FailureDetails.IsCausedBy<T>();

    private static string Describe(string taskName, int taskId, string message) =>
        $"Task '{taskName}' (#{taskId}) failed with an unhandled exception: {message}";
}
