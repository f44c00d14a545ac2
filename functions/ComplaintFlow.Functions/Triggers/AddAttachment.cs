using ComplaintFlow.Functions.Acts;
using ComplaintFlow.Functions.Http;
using ComplaintFlow.Functions.Intake;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace ComplaintFlow.Functions.Triggers;

/// <summary><c>POST /api/complaints/{reference}/attachments</c>, multipart (scope <c>act</c>, and the person who acts).</summary>
public sealed class AddAttachment(MachineActs acts, AttachFiles attach, Problems problems)
{
    [Function(nameof(AddAttachment))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/complaints/{reference}/attachments")] HttpRequest request,
        string reference,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken)
    {
        (MachineAct? act, Reply? refusal) = await acts.OpenAsync(request, reference, KeyScopes.Act, "multipart/form-data", cancellationToken);
        if (act is null)
        {
            return refusal!;
        }

        return IncomingFiles.TooLarge(act.Body.Files) is { } tooLarge
            ? problems.TooLarge(request, tooLarge.Fr, tooLarge.En)
            : acts.Answer(request, act, await attach.RunAsync(client, act.Reference, act.Body.Files, act.Actor, act.Errors, cancellationToken));
    }
}
