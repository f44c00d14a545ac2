namespace Azure.Communication.Email;

/// <summary>What came of a sending.</summary>
public class EmailSendResult
{
    internal EmailSendResult(EmailSendStatus status) => Status = status;

    /// <summary>Where it stands.</summary>
    public EmailSendStatus Status { get; }
}
