using ComplaintFlow.Domain.Complaints;
using ComplaintFlow.Functions.Complaints;
using ComplaintFlow.Functions.Http;
using ComplaintFlow.Functions.Intake;
using ComplaintFlow.Functions.Views;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace ComplaintFlow.Functions.Triggers;

/// <summary><c>/api/parked</c> (scope <c>act</c>): the mails parked and the forms set aside.</summary>
public sealed class Parked(MachineDoor door, SetAside setAside, OpenSetAside open, ParkedView parked, ComplaintView complaints, Problems problems)
{
    [Function(nameof(ListParked))]
    public async Task<IResult> ListParked(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/parked")] HttpRequest request, CancellationToken cancellationToken) =>
        door.Refuse(request, KeyScopes.Act) is { } refusal ? refusal : Reply.Json(await parked.ListAsync(cancellationToken));

    /// <summary>Makes a complaint of one, as of the day it came; the complaint, also the second time.</summary>
    [Function(nameof(OpenParked))]
    public async Task<IResult> OpenParked(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/parked/{id}/open")] HttpRequest request,
        string id,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken)
    {
        if (door.Refuse(request, KeyScopes.Act) is { } refusal)
        {
            return refusal;
        }

        (Actor? actor, Reply? unknown) = await door.ReadActorAsync(request, cancellationToken);
        if (actor is null)
        {
            return unknown!;
        }

        if (!Reference.TryParse(id, out Reference reference) || await setAside.FindAsync(reference, cancellationToken) is not { } item)
        {
            return problems.NotFound(request);
        }

        return await open.RunAsync(client, item, actor, cancellationToken) switch
        {
            HandlingOutcome.Done done => Reply.Json(complaints.Of(done.Complaint)),
            HandlingOutcome.AlreadyDone done => Reply.Json(complaints.Of(done.Complaint, alreadyDone: true)),
            HandlingOutcome.Refused refused => problems.Refused(request, refused.Refusal),
            _ => problems.NotFound(request),
        };
    }
}
