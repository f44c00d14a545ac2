namespace ComplaintFlow.Functions.Storage;

/// <summary>The store does not answer or cannot be used. The message, French then English, says what to do about it.</summary>
public sealed class StoreUnavailableException : Exception
{
    /// <summary>Creates the exception without a message.</summary>
    public StoreUnavailableException()
    {
    }

    /// <summary>Creates the exception with a plain message.</summary>
    public StoreUnavailableException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception with a plain message and the engine's own error.</summary>
    public StoreUnavailableException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
