using System.Text.Json;
using ComplaintFlow.Domain.Complaints;
using ComplaintFlow.Functions.Complaints;
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
                    await HearAsync(client, Member(one, "data"), cancellationToken);
                    break;
            }
        }

        return code;
    }

    private async Task HearAsync(DurableTaskClient client, JsonElement report, CancellationToken cancellationToken)
    {
        if (await FindAsync(report, cancellationToken) is not var (reference, effect))
        {
            return;
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

    /// <summary>The operation's id is the effect's; so is the left side of our Message-ID, where the service kept it.</summary>
    private async Task<(Reference Reference, Guid Effect)?> FindAsync(JsonElement report, CancellationToken cancellationToken)
    {
        Guid?[] ids =
        [
            Guid.TryParse(Text(report, "messageId"), out Guid operation) ? operation : null,
            SentMails.EffectOf((Text(report, "internetMessageId") ?? "").Trim().Trim('<', '>')),
        ];
        foreach (Guid id in ids.OfType<Guid>())
        {
            if (await sent.FindAsync(id, cancellationToken) is { } reference)
            {
                return (reference, id);
            }
        }

        return null;
    }

    private static JsonElement Member(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out JsonElement member) ? member : default;

    private static string? Text(JsonElement parent, string name) =>
        Member(parent, name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;
}
