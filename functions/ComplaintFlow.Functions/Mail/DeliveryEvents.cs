using System.Text.Json;
using ComplaintFlow.Functions.Complaints;
using ComplaintFlow.Functions.Intake.Email;
using ComplaintFlow.Functions.Orchestration;
using Microsoft.DurableTask.Client;

namespace ComplaintFlow.Functions.Mail;

/// <summary>Reads the events of Azure Communication Services about mails of ours.</summary>
public sealed class DeliveryEvents(SentMails sent, MailFates fates)
{
    private const string Validation = "Microsoft.EventGrid.SubscriptionValidationEvent";
    private const string Report = "Microsoft.Communication.EmailDeliveryReportReceived";

    /// <summary>Takes an event or a list of them; the code to answer with when it was the handshake, else null.</summary>
    public async Task<string?> TakeAsync(DurableTaskClient client, JsonElement body, CancellationToken cancellationToken)
    {
        string? code = null;
        foreach (JsonElement one in body.ValueKind == JsonValueKind.Array ? [.. body.EnumerateArray()] : (IReadOnlyList<JsonElement>)[body])
        {
            // "eventType" in Event Grid's schema, "type" in CloudEvents.
            switch (Text(one, "eventType") ?? Text(one, "type"))
            {
                case Validation:
                    code ??= Text(Member(one, "data"), "validationCode");
                    break;
                case Report:
                    await HearAsync(client, one, cancellationToken);
                    break;
            }
        }

        return code;
    }

    private async Task HearAsync(DurableTaskClient client, JsonElement one, CancellationToken cancellationToken)
    {
        JsonElement report = Member(one, "data");
        if (await FindAsync(one, report, cancellationToken) is not var (reference, effect))
        {
            return;
        }

        if (MessageIds.Written(InternetId(report)) is { } given)
        {
            await fates.NameAsync(reference, effect, given, cancellationToken);
        }

        string status = Text(report, "status") ?? "";
        switch (status)
        {
            case "Delivered":
                await fates.DeliverAsync(client, reference, effect, cancellationToken);
                break;
            case "Bounced" or "Failed" or "Suppressed" or "FilteredSpam" or "Quarantined":
                string? said = Text(Member(report, "deliveryStatusDetails"), "statusMessage");
                await fates.FailAsync(client, reference, effect, string.IsNullOrWhiteSpace(said) ? status : $"{status}: {said}", cancellationToken);
                break;
        }
    }

    /// <summary>
    /// The operation's id is the effect's, in whatever form the service writes it; so is the left side of our Message-ID, where
    /// the service kept it. Event Grid names the message in the event's subject too.
    /// </summary>
    private async Task<SentMail?> FindAsync(JsonElement one, JsonElement report, CancellationToken cancellationToken)
    {
        string?[] operations = [Text(report, "messageId"), Text(one, "subject")?.Split('/')[^1]];
        foreach (string operation in operations.OfType<string>())
        {
            if (Guid.TryParse(operation, out Guid id) && await sent.FindAsync(id, cancellationToken) is { } reference)
            {
                return new SentMail(reference, id);
            }
        }

        return MessageIds.First(InternetId(report)) is { } messageId ? await sent.FindAsync(messageId, cancellationToken) : null;
    }

    /// <summary>The Message-ID that the mail has out there, in brackets as in a header; null when the report has none.</summary>
    private static string? InternetId(JsonElement report) =>
        Text(report, "internetMessageId") is { Length: > 0 } id ? id.Contains('<', StringComparison.Ordinal) ? id : $"<{id.Trim()}>" : null;

    private static JsonElement Member(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out JsonElement member) ? member : default;

    private static string? Text(JsonElement parent, string name) =>
        Member(parent, name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;
}
