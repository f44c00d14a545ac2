namespace ComplaintFlow.Functions.Telemetry;

/// <summary>Stands for another exception where it would be logged: type, place and causes are kept, of the messages what is fit for logs.</summary>
public sealed class ScrubbedException : Exception
{
    private readonly string? _stackTrace;

    /// <summary>Creates the exception without a message.</summary>
    public ScrubbedException()
    {
    }

    /// <summary>Creates the exception with a message that is fit for logs.</summary>
    public ScrubbedException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception with a message and a cause that are fit for logs.</summary>
    public ScrubbedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    private ScrubbedException(Exception original)
        : base($"{original.GetType().FullName}: {LogText.Scrub(original.Message)}", original.InnerException is { } cause ? Of(cause) : null) =>
        _stackTrace = original.StackTrace;

    /// <inheritdoc/>
    public override string? StackTrace => _stackTrace ?? base.StackTrace;

    /// <summary>What is logged instead of <paramref name="exception"/>.</summary>
    public static ScrubbedException Of(Exception exception) => exception as ScrubbedException ?? new ScrubbedException(exception);
}
