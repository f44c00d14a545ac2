using ComplaintFlow.Functions.Attachments;
using ComplaintFlow.Functions.Complaints;
using ComplaintFlow.Functions.Http;
using ComplaintFlow.Functions.Intake.Email;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Net.Http.Headers;

namespace ComplaintFlow.Functions.Triggers;

/// <summary><c>POST /api/intake/email</c> (scope <c>intake</c>): a raw message from whatever forwards mail.</summary>
public sealed class TakeEmail(MachineDoor door, Callers callers, EmailIntake intake, MailRoom room, FirmRules firm, Problems problems)
{
    private const string Mail = "message/rfc822";

    [Function(nameof(TakeEmail))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/intake/email")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken)
    {
        if (door.Refuse(request, KeyScopes.Intake) is { } refusal)
        {
            return refusal;
        }

        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out MediaTypeHeaderValue? type) || !type.MediaType.Equals(Mail, StringComparison.OrdinalIgnoreCase))
        {
            return problems.WrongType(request, Mail);
        }

        using MailPlace place = await room.EnterAsync(request.ContentLength ?? BodyLimits.Mail, cancellationToken);
        byte[] raw = await RawBytes.ReadAsync(request.Body, request.ContentLength, cancellationToken);
        place.ShrinkTo(raw.Length);
        MailOutcome outcome = await intake.TakeAsync(client, raw, firm.Now, callers.Identify(request).Key?.Name, cancellationToken);
        return Reply.Json(outcome, StatusCodes.Status202Accepted);
    }
}
