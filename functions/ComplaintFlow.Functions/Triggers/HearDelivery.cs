using System.Text.Json;
using ComplaintFlow.Functions.Http;
using ComplaintFlow.Functions.Mail;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace ComplaintFlow.Functions.Triggers;

/// <summary>
/// <c>POST /api/delivery</c> (scope <c>intake</c>): the Event Grid webhook for delivery reports, in Event Grid's own schema or
/// as CloudEvents 1.0. What is not about a mail of ours is taken and ignored.
/// </summary>
public sealed class HearDelivery(MachineDoor door, DeliveryEvents events, Problems problems)
{
    private const string RequestedOrigin = "WebHook-Request-Origin";

    [Function(nameof(HearDelivery))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", "options", Route = "api/delivery")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken)
    {
        if (door.Refuse(request, KeyScopes.Intake) is { } refusal)
        {
            return refusal;
        }

        if (HttpMethods.IsOptions(request.Method))
        {
            // The handshake of CloudEvents webhooks.
            return Reply.Empty(StatusCodes.Status200OK).With("WebHook-Allowed-Origin", request.Headers[RequestedOrigin].ToString()).With("WebHook-Allowed-Rate", "*");
        }

        try
        {
            using JsonDocument body = await JsonDocument.ParseAsync(request.Body, cancellationToken: cancellationToken);
            return await events.TakeAsync(client, body.RootElement, cancellationToken) is { } code
                ? Reply.Json(new { validationResponse = code })
                : Reply.Json(new { });
        }
        catch (JsonException)
        {
            FieldErrors errors = new(request.LanguageOf());
            errors.Add("body", "Le corps doit être du JSON : un événement ou une liste d’événements.", "The body must be JSON: an event or a list of events.");
            return problems.BadFields(request, errors);
        }
    }
}
