using ComplaintFlow.Functions.Mail.Transports;
using Microsoft.Extensions.DependencyInjection;

namespace ComplaintFlow.Functions.Mail;

/// <summary>Registers what carries the mails.</summary>
public static class MailRegistration
{
    /// <summary>Registers the transport of <paramref name="options"/>, whose faults were found to be none.</summary>
    /// <param name="services">Where it goes, as a singleton.</param>
    /// <param name="options">The settings.</param>
    /// <param name="dataDirectory">The mailbox is its folder <c>mailbox</c>.</param>
    public static IServiceCollection AddMailTransport(this IServiceCollection services, MailOptions options, string dataDirectory) =>
        services.AddSingleton<IMailTransport>(_ => options switch
        {
            { IsMailbox: true } => new MailboxTransport(Path.Combine(dataDirectory, "mailbox")),
            { IsAcs: true } => AcsTransport.Of(options.ToAcs()),
            _ => new SmtpTransport(options.ToSmtp()),
        });
}
