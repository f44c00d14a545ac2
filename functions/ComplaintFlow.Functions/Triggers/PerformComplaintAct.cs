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

/// <summary><c>POST /api/complaints/{reference}/actions/{action}</c> (scope <c>act</c> or <c>approve</c>, and the person who acts).</summary>
public sealed class PerformComplaintAct(
    MachineDoor door, ActReader reader, PerformAct perform, ComplaintStore store, ComplaintView view, Problems problems)
{
    [Function(nameof(PerformComplaintAct))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/complaints/{reference}/actions/{action}")] HttpRequest request,
        string reference,
        string action,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken)
    {
        if (door.Refuse(request, ActReader.ScopeOf(action)) is { } refusal)
        {
            return refusal;
        }

        if (!ActReader.Actions.Contains(action)
            || !Reference.TryParse(reference, out Reference known)
            || await store.FindAsync(known, cancellationToken) is null)
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
                ? problems.WrongType(request, "application/json, application/x-www-form-urlencoded")
                : problems.BadFields(request, errors);
        }

        Fields fields = ComplaintFields.Of(body, errors);
        MakeCommand? command = reader.Read(action, fields, actor);
        if (command is null || errors.Any)
        {
            return problems.BadFields(request, errors);
        }

        string ifMatch = request.Headers.IfMatch.ToString();
        return AnswerTo(request, await perform.RunAsync(client, known, command, ifMatch.Length == 0 ? null : ifMatch, cancellationToken));
    }

    private Reply AnswerTo(HttpRequest request, HandlingOutcome outcome) => outcome switch
    {
        HandlingOutcome.Done done => Shown(done.Complaint),
        HandlingOutcome.AlreadyDone done => Shown(done.Complaint).With("X-Already-Done", "true"),
        HandlingOutcome.Refused refused => problems.Refused(request, refused.Refusal),
        HandlingOutcome.OutOfDate => problems.OutOfDate(request),
        HandlingOutcome.NotFound => problems.NotFound(request),
        _ => throw new InvalidOperationException($"No answer to {outcome.GetType().Name}."),
    };

    private Reply Shown(StoredComplaint stored) => Reply.Json(view.Of(stored)).With(HeaderNames.ETag, stored.ETag);
}
