using System.Text.Json;
using ComplaintFlow.Functions.Complaints;
using ComplaintFlow.Functions.Intake.Email;
using ComplaintFlow.Functions.Orchestration;
using Microsoft.DurableTask.Client;

namespace ComplaintFlow.Functions.Mail;

/// <summary>Reads the events of Azure Communication Services about mails of ours.</summary>
public sealed class DeliveryEvents(SentMails sent, DirectMails directs, MailFates fates, DirectMail direct)
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
        string status = Text(report, "status") ?? "";
        string? failure = status is "Bounced" or "Failed" or "Suppressed" or "FilteredSpam" or "Quarantined"
            ? $"{status}: {Text(Member(report, "deliveryStatusDetails"), "statusMessage")}".TrimEnd(' ', ':')
            : null;
        if (await FindAsync(one, report, cancellationToken) is not var (reference, effect))
        {
            await HearOfDirectAsync(one, report, failure, cancellationToken);
            return;
        }

        if (MessageIds.Written(InternetId(report)) is { } given)
        {
            await fates.NameAsync(reference, effect, given, cancellationToken);
        }

        if (failure is not null)
        {
            await fates.FailAsync(client, reference, effect, failure, cancellationToken);
        }
        else if (status == "Delivered")
        {
            await fates.DeliverAsync(client, reference, effect, cancellationToken);
        }
    }

    /// <summary>If nobody can be told now, the service must report it again.</summary>
    private async Task HearOfDirectAsync(JsonElement one, JsonElement report, string? failure, CancellationToken cancellationToken)
    {
        foreach (Guid id in failure is null ? [] : IdsOf(one, report))
        {
            if (await directs.FindAsync(id, cancellationToken) is { } mail)
            {
                if (!await direct.FailAsync(mail, failure!, cancellationToken))
                {
                    throw new InvalidOperationException($"Nobody could be told now that the mail {id} came back.");
                }

                return;
            }
        }
    }

    private async Task<SentMail?> FindAsync(JsonElement one, JsonElement report, CancellationToken cancellationToken)
    {
        foreach (Guid id in IdsOf(one, report))
        {
            if (await sent.FindAsync(id, cancellationToken) is { } reference)
            {
                return new SentMail(reference, id);
            }
        }

        return MessageIds.First(InternetId(report)) is { } messageId ? await sent.FindAsync(messageId, cancellationToken) : null;
    }

    /// <summary>
    /// The operation's id is that of the mail, in whatever form the service writes it; so is the left side of our Message-ID, where
    /// the service kept it. Event Grid names the message in the event's subject too.
    /// </summary>
    private static IEnumerable<Guid> IdsOf(JsonElement one, JsonElement report)
    {
        string[] words = [Text(report, "messageId") ?? "", Text(one, "subject")?.Split('/')[^1] ?? "", (MessageIds.First(InternetId(report)) ?? "").Split('@')[0]];
        return words.Select(word => Guid.TryParse(word, out Guid id) ? id : (Guid?)null).OfType<Guid>().Distinct();
    }

    /// <summary>The Message-ID that the mail has out there, in brackets as in a header; null when the report has none.</summary>
    private static string? InternetId(JsonElement report) =>
        Text(report, "internetMessageId") is { Length: > 0 } id ? id.Contains('<', StringComparison.Ordinal) ? id : $"<{id.Trim()}>" : null;

    private static JsonElement Member(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out JsonElement member) ? member : default;

    private static string? Text(JsonElement parent, string name) =>
        Member(parent, name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;
}
