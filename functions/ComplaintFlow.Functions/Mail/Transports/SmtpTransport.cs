using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace ComplaintFlow.Functions.Mail.Transports;

/// <summary>
/// Sends by SMTP. Refusals of the recipient or the mail with 5xx are for good; everything else, credentials and sender
/// included, may be mended and is tried again by whoever asked.
/// </summary>
public sealed class SmtpTransport(SmtpOptions options) : IMailTransport, IDisposable
{
    private readonly SmtpConnections _connections = new(options);

    public async Task<SendOutcome> SendAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        try
        {
            using MimeMessage message = MimeMail.Of(mail);
            SendOutcome outcome = new SendOutcome.Sent(options.ProvenAfter);
            await _connections.UseAsync(
                async (client, limit) =>
                {
                    FormatOptions format = FormatOptions.Default.Clone();
                    format.International = MimeMail.NeedsUtf8(mail);
                    if (format.International && !client.Capabilities.HasFlag(SmtpCapabilities.UTF8))
                    {
                        outcome = new SendOutcome.Rejected($"Le serveur d’envoi {options} n’accepte pas les adresses avec accents (SMTPUTF8).");
                        return;
                    }

                    await client.SendAsync(format, message, limit);
                },
                cancellationToken);
            return outcome;
        }
        catch (ParseException)
        {
            return new SendOutcome.Rejected(Faults.NotAnAddress);
        }
        catch (SmtpCommandException refusal)
        {
            return OutcomeOf(refusal);
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            return new SendOutcome.Retry(Say(fault));
        }
    }

    public async Task CheckAsync(CancellationToken cancellationToken)
    {
        try
        {
            await _connections.UseAsync((client, limit) => client.NoOpAsync(limit), cancellationToken);
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            throw new InvalidOperationException(Say(fault), fault);
        }
    }

    public void Dispose() => _connections.Dispose();

    private static SendOutcome OutcomeOf(SmtpCommandException refusal)
    {
        string reason = Faults.Line($"{(int)refusal.StatusCode} {refusal.Message}");
        // 552 to MAIL FROM: the mail is larger than the server ever takes (RFC 1870, 6.1), and will be so tomorrow.
        bool ofTheMail = refusal.ErrorCode is SmtpErrorCode.RecipientNotAccepted or SmtpErrorCode.MessageNotAccepted
            || refusal.StatusCode == SmtpStatusCode.ExceededStorageAllocation;
        return ofTheMail && (int)refusal.StatusCode >= 500 ? new SendOutcome.Rejected(reason) : new SendOutcome.Retry(reason);
    }

    private string Say(Exception fault) => Faults.Line(fault switch
    {
        AuthenticationException => $"Le serveur d’envoi {options} refuse l’utilisateur ou le mot de passe\u00A0: {fault.Message}",
        SslHandshakeException => $"Pas de connexion chiffrée avec le serveur d’envoi {options}\u00A0: {fault.Message}",
        OperationCanceledException or TimeoutException => $"Le serveur d’envoi {options} ne répond pas à temps.",
        _ => $"Le serveur d’envoi {options} est inutilisable\u00A0: {fault.Message}",
    });
}
