using System.Text.Json;
using Azure;
using Azure.Communication.Email;
using Azure.Identity;
using MimeKit;

namespace ComplaintFlow.Functions.Mail.Transports;

/// <summary>
/// Sends by Azure Communication Services. The mail's id is the id of the operation, and the service is asked how that
/// stands before it is handed over: a second sending, minutes or days later, finds the first. Beyond the time for which
/// the service knows its operations, the Message-ID, which it is told to check, is refused as already used.
/// </summary>
/// <param name="client">The service.</param>
/// <param name="patience">How long a sending under way is waited for before it is left to the next attempt.</param>
/// <param name="polling">How long to wait before asking again how a sending stands; the service may ask for more.</param>
public sealed class AcsTransport(EmailClient client, TimeSpan patience, TimeSpan polling) : IMailTransport
{
    private const int NotFound = 404;
    private const string StillUnderWay = "Azure Communication Services a pris l’e-mail et ne l’a pas encore envoyé.";

    /// <summary>A transport on the service of <paramref name="options"/>.</summary>
    public static AcsTransport Of(AcsOptions options)
    {
        EmailClientOptions version = new(EmailClientOptions.ServiceVersion.V2023_03_31);
        return new AcsTransport(
            options.ConnectionString is { } connection
                ? new EmailClient(connection, version)
                : new EmailClient(options.Endpoint!, new DefaultAzureCredential(), version),
            options.Patience,
            options.Polling);
    }

    public async Task<SendOutcome> SendAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        using CancellationTokenSource limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(patience);
        try
        {
            EmailMessage message = MessageOf(mail);
            EmailSendOperation operation = await FindAsync(mail.Id, limit.Token)
                ?? await client.SendAsync(WaitUntil.Started, message, mail.Id, limit.Token);
            await operation.WaitForCompletionAsync(polling, limit.Token);
            return new SendOutcome.Sent();
        }
        catch (ParseException)
        {
            return new SendOutcome.Rejected(Faults.NotAnAddress);
        }
        catch (RequestFailedException refusal)
        {
            return OutcomeOf(refusal);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new SendOutcome.Retry(StillUnderWay);
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
            // Nobody has this operation: to hear so is to have reached the service and to have been let in.
            await FindAsync(Guid.Empty, cancellationToken);
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            throw new InvalidOperationException(Say(fault), fault);
        }
    }

    /// <summary>The sending begun before, null when the service knows none.</summary>
    private async Task<EmailSendOperation?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        EmailSendOperation operation = new(id.ToString(), client);
        try
        {
            await operation.UpdateStatusAsync(cancellationToken);
            return operation;
        }
        catch (RequestFailedException refusal) when (refusal.Status == NotFound)
        {
            return null;
        }
    }

    /// <summary>The same header fields as those of <see cref="MimeMail"/>; the service makes the rest of the message.</summary>
    private static EmailMessage MessageOf(OutgoingMail mail)
    {
        using MimeMessage mime = MimeMail.Of(mail);
        MailboxAddress to = (MailboxAddress)mime.To[0];
        EmailMessage message = new(
            ((MailboxAddress)mime.From[0]).Address,
            new EmailRecipients([new EmailAddress(to.Address, to.Name)]),
            new EmailContent(mail.Subject) { PlainText = mail.Text, Html = mail.Html })
        {
            UserEngagementTrackingDisabled = true,
        };
        foreach (MailboxAddress replyTo in mime.ReplyTo.OfType<MailboxAddress>())
        {
            message.ReplyTo.Add(new EmailAddress(replyTo.Address));
        }

        message.Headers.Add("Message-ID", $"<{mime.MessageId}>");
        message.Headers.Add("x-ms-acsemail-validate-message-id", "true");
        foreach (Header header in mime.Headers.Where(header => header.Id is HeaderId.AutoSubmitted or HeaderId.ContentLanguage or HeaderId.InReplyTo or HeaderId.References
            || header.Field.StartsWith("X-ComplaintFlow-", StringComparison.OrdinalIgnoreCase)))
        {
            message.Headers.Add(header.Field, header.Value.Trim());
        }

        return message;
    }

    private static SendOutcome OutcomeOf(RequestFailedException refusal)
    {
        (string code, string reason) = Reason(refusal);
        string line = Faults.Line($"{code} {reason}");
        return refusal.Status switch
        {
            // The operation ended without the mail: it is known under its id for good.
            200 => new SendOutcome.Rejected(line),
            400 when reason.Contains("duplicate", StringComparison.OrdinalIgnoreCase)
                && reason.Contains("message", StringComparison.OrdinalIgnoreCase) => new SendOutcome.Sent(),
            400 or 413 => new SendOutcome.Rejected(line),
            _ => new SendOutcome.Retry(Say(refusal)),
        };
    }

    /// <summary>What the service says in <c>error: {code, message}</c>.</summary>
    private static (string Code, string Message) Reason(RequestFailedException refusal)
    {
        try
        {
            using JsonDocument body = JsonDocument.Parse(refusal.GetRawResponse()?.Content.ToString() ?? "{}");
            return body.RootElement.TryGetProperty("error", out JsonElement error)
                ? (Text(error, "code"), Text(error, "message"))
                : (refusal.ErrorCode ?? "", refusal.Message);
        }
        catch (JsonException)
        {
            return (refusal.ErrorCode ?? "", refusal.Message);
        }

        static string Text(JsonElement error, string name) =>
            error.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
    }

    private static string Say(Exception fault) => Faults.Line(fault switch
    {
        RequestFailedException { Status: 401 or 403 } => $"Azure Communication Services refuse la clé ou l’identité\u00A0: {Reason((RequestFailedException)fault).Message}",
        RequestFailedException { Status: > 0 } refusal => $"Azure Communication Services répond {refusal.Status}\u00A0: {Reason(refusal).Message}",
        _ => $"Azure Communication Services est injoignable\u00A0: {fault.Message}",
    });
}
