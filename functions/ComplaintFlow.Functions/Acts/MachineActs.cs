using ComplaintFlow.Domain.Complaints;
using ComplaintFlow.Functions.Complaints;
using ComplaintFlow.Functions.Http;
using ComplaintFlow.Functions.Views;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace ComplaintFlow.Functions.Acts;

/// <summary>An act that came through the machine door: on which complaint, by whom, with what.</summary>
public sealed record MachineAct(Reference Reference, Actor Actor, RequestBody Body, FieldErrors Errors);

/// <summary>What all acts through the machine door share: the way in, and the answers.</summary>
public sealed class MachineActs(MachineDoor door, ComplaintStore store, ComplaintView view, Problems problems)
{
    /// <summary>The act with its body read, or the answer that turns it away: no key, no such complaint, nobody who acts, no readable body.</summary>
    /// <param name="accepted">The content types to name when another one came.</param>
    public async Task<(MachineAct? Act, Reply? Refusal)> OpenAsync(
        HttpRequest request, string reference, KeyScopes scope, string accepted, CancellationToken cancellationToken)
    {
        if (door.Refuse(request, scope) is { } refusal)
        {
            return (null, refusal);
        }

        if (!Reference.TryParse(reference, out Reference known) || await store.FindAsync(known, cancellationToken) is null)
        {
            return (null, problems.NotFound(request));
        }

        (Actor? actor, Reply? nobody) = await door.ReadActorAsync(request, cancellationToken);
        if (actor is null)
        {
            return (null, nobody);
        }

        FieldErrors errors = new(request.LanguageOf());
        (RequestBody? body, int status) = await RequestBody.ReadAsync(request, errors, cancellationToken);
        return (body, status) switch
        {
            ({ } read, _) => (new MachineAct(known, actor, read, errors), null),
            (null, StatusCodes.Status415UnsupportedMediaType) => (null, problems.WrongType(request, accepted)),
            _ => (null, problems.BadFields(request, errors)),
        };
    }

    /// <summary>The complaint as it is after the act, or why nothing was done; a null outcome means that the fields were wrong.</summary>
    public Reply Answer(HttpRequest request, MachineAct act, HandlingOutcome? outcome) => outcome switch
    {
        null => problems.BadFields(request, act.Errors),
        HandlingOutcome.Done done => Shown(done.Complaint, alreadyDone: false),
        HandlingOutcome.AlreadyDone done => Shown(done.Complaint, alreadyDone: true).With("X-Already-Done", "true"),
        HandlingOutcome.Refused refused => problems.Refused(request, refused.Refusal),
        HandlingOutcome.OutOfDate => problems.OutOfDate(request),
        HandlingOutcome.NotFound => problems.NotFound(request),
        _ => throw new InvalidOperationException($"No answer to {outcome.GetType().Name}."),
    };

    private Reply Shown(StoredComplaint stored, bool alreadyDone) =>
        Reply.Json(view.Of(stored, alreadyDone)).With(HeaderNames.ETag, stored.ETag);
}
