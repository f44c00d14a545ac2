using ComplaintFlow.Functions.Mail;
using Microsoft.Azure.Functions.Worker.Builder;

namespace ComplaintFlow.Scenarios.App;

/// <summary>A mail server that refuses one recipient for good and delivers to everybody else.</summary>
internal sealed class RefusingTransport(IMailTransport mailbox, string refused) : IMailTransport
{
    public Task<SendOutcome> SendAsync(OutgoingMail mail, CancellationToken cancellationToken) => mail.To == refused
        ? Task.FromResult<SendOutcome>(new SendOutcome.Rejected("550 5.1.1 No such user"))
        : mailbox.SendAsync(mail, cancellationToken);

    public Task CheckAsync(CancellationToken cancellationToken) => mailbox.CheckAsync(cancellationToken);

    /// <summary>Puts it before the mailbox of a program about to be built.</summary>
    public static Action<FunctionsApplicationBuilder> Of(string refused) =>
        builder => builder.Services.Wrap<IMailTransport>(mailbox => new RefusingTransport(mailbox, refused));
}
