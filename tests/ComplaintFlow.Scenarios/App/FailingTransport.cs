using ComplaintFlow.Functions.Mail;

namespace ComplaintFlow.Scenarios.App;

/// <summary>A mail server that cannot be reached for a while, and says so in a way that quotes the recipient.</summary>
internal sealed class FailingTransport(IMailTransport mailbox, Func<bool> isDown) : IMailTransport
{
    public Task<SendOutcome> SendAsync(OutgoingMail mail, CancellationToken cancellationToken) => isDown()
        ? Task.FromResult<SendOutcome>(new SendOutcome.Retry($"451 4.3.0 <{mail.To}>: temporary failure for {mail.ToName}"))
        : mailbox.SendAsync(mail, cancellationToken);

    public Task CheckAsync(CancellationToken cancellationToken) => mailbox.CheckAsync(cancellationToken);
}
