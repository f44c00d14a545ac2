using ComplaintFlow.Domain.Complaints;
using ComplaintFlow.Functions.Acts;
using ComplaintFlow.Functions.Complaints;
using ComplaintFlow.Functions.Http;
using ComplaintFlow.Functions.Intake;
using ComplaintFlow.Functions.Views;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Net.Http.Headers;

namespace ComplaintFlow.Functions.Triggers;

/// <summary><c>POST /api/complaints/{reference}/attachments</c>, multipart (scope <c>act</c>, and the person who acts).</summary>
public sealed class AddAttachment(
    MachineDoor door, ComplaintStore store, AttachFiles attach, ComplaintView view, Problems problems)
{
    [Function(nameof(AddAttachment))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/complaints/{reference}/attachments")] HttpRequest request,
        string reference,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken)
    {
        if (door.Refuse(request, KeyScopes.Act) is { } refusal)
        {
            return refusal;
        }

        if (!Reference.TryParse(reference, out Reference known) || await store.FindAsync(known, cancellationToken) is null)
        {
            return problems.NotFound(request);
        }

        (Actor? actor, Reply? nobody) = await door.ReadActorAsync(request, cancellationToken);
        if (actor is null)
        {
            return nobody!;
        }

        FieldErrors errors = new(request.LanguageOf());
        (RequestBody? body, int status) = await RequestBody.ReadAsync(request, errors, cancellationToken);
        if (body is null)
        {
            return status == StatusCodes.Status415UnsupportedMediaType
                ? problems.WrongType(request, "multipart/form-data")
                : problems.BadFields(request, errors);
        }

        if (IncomingFiles.TooLarge(body.Files) is { } tooLarge)
        {
            return problems.TooLarge(request, tooLarge.Fr, tooLarge.En);
        }

        HandlingOutcome? outcome = await attach.RunAsync(client, known, body.Files, actor, errors, cancellationToken);
        return outcome switch
        {
            null => problems.BadFields(request, errors),
            HandlingOutcome.Done done => Shown(done.Complaint),
            HandlingOutcome.AlreadyDone done => Shown(done.Complaint),
            HandlingOutcome.Refused refused => problems.Refused(request, refused.Refusal),
            _ => problems.NotFound(request),
        };
    }

    private Reply Shown(StoredComplaint stored) => Reply.Json(view.Of(stored)).With(HeaderNames.ETag, stored.ETag);
}
