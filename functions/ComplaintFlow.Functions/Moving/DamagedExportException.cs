namespace ComplaintFlow.Functions.Moving;

/// <summary>Something that was written is not what it should be. The message, French then English, names the file and the line.</summary>
public sealed class DamagedExportException : Exception
{
    /// <summary>Creates the exception without a message.</summary>
    public DamagedExportException()
    {
    }

    /// <summary>Creates the exception with a plain message.</summary>
    public DamagedExportException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception with a plain message and what was thrown at the damage.</summary>
    public DamagedExportException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
