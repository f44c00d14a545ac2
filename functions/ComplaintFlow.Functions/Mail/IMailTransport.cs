namespace ComplaintFlow.Functions.Mail;

/// <summary>Carries mails out of the program. May be asked for the same mail twice; it is safe for concurrent use.</summary>
public interface IMailTransport
{
    /// <summary>Sends, and says what came of it; throws only when <paramref name="cancellationToken"/> is cancelled.</summary>
    public Task<SendOutcome> SendAsync(OutgoingMail mail, CancellationToken cancellationToken);

    /// <summary>Returns when mails could be sent now.</summary>
    /// <exception cref="InvalidOperationException">They could not; the message says why, in plain words, for <c>/healthz</c>.</exception>
    public Task CheckAsync(CancellationToken cancellationToken);
}
