namespace ComplaintFlow.Functions.Intake.Mailboxes;

/// <summary>Messages that could neither be taken in nor be parked stay where they are, and somebody has to hear of it.</summary>
public sealed class StuckMessagesException : Exception
{
    public StuckMessagesException()
    {
    }

    public StuckMessagesException(string message)
        : base(message)
    {
    }

    public StuckMessagesException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public int Count { get; init; }
}
