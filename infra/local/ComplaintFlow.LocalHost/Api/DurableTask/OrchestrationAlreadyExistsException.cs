namespace DurableTask.Core.Exceptions;

/// <summary>An orchestration with this id exists and has not ended.</summary>
public class OrchestrationAlreadyExistsException : InvalidOperationException
{
    /// <summary>The exception without a message of its own.</summary>
    public OrchestrationAlreadyExistsException()
    {
    }

    /// <summary>The exception with a message.</summary>
    public OrchestrationAlreadyExistsException(string message)
        : base(message)
    {
    }

    /// <summary>The exception with a message and a cause.</summary>
    public OrchestrationAlreadyExistsException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
