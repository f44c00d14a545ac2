using ComplaintFlow.Functions.Acts;
using ComplaintFlow.Functions.Complaints;
using ComplaintFlow.Functions.Http;
using ComplaintFlow.Functions.Intake;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace ComplaintFlow.Functions.Triggers;

/// <summary><c>POST /api/complaints/{reference}/actions/{action}</c> (scope <c>act</c> or <c>approve</c>, and the person who acts).</summary>
public sealed class PerformComplaintAct(MachineDoor door, MachineActs acts, ActReader reader, PerformAct perform, Problems problems)
{
    [Function(nameof(PerformComplaintAct))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/complaints/{reference}/actions/{action}")] HttpRequest request,
        string reference,
        string action,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken)
    {
        if (!ActReader.Actions.Contains(action))
        {
            return door.Refuse(request, KeyScopes.Act) ?? problems.NotFound(request);
        }

        (MachineAct? act, Reply? refusal) = await acts.OpenAsync(
            request, reference, ActReader.ScopeOf(action), "application/json, application/x-www-form-urlencoded", cancellationToken);
        if (act is null)
        {
            return refusal!;
        }

        MakeCommand? command = reader.Read(action, ComplaintFields.Of(act.Body, act.Errors), act.Actor);
        string ifMatch = request.Headers.IfMatch.ToString();
        HandlingOutcome? outcome = command is null || act.Errors.Any
            ? null
            : await perform.RunAsync(client, act.Reference, command, ifMatch.Length == 0 ? null : ifMatch, cancellationToken);
        return acts.Answer(request, act, outcome);
    }
}
