using ComplaintFlow.Domain.Complaints;
using ComplaintFlow.Functions.Complaints;
using ComplaintFlow.Functions.Http;
using ComplaintFlow.Functions.Views;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ComplaintFlow.Functions.Triggers;

/// <summary><c>GET /api/complaints/{reference}/attachments/{id}</c> (scope <c>read</c>).</summary>
public sealed class ReadAttachment(MachineDoor door, ComplaintStore store, AttachmentDownload download, Problems problems)
{
    [Function(nameof(ReadAttachment))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/complaints/{reference}/attachments/{id}")] HttpRequest request,
        string reference,
        string id,
        CancellationToken cancellationToken)
    {
        if (door.Refuse(request, KeyScopes.Read) is { } refusal)
        {
            return refusal;
        }

        return Reference.TryParse(reference, out Reference known)
            && await store.FindAsync(known, cancellationToken) is { } stored
            && await download.FindAsync(stored, id, cancellationToken) is { } file
                ? file
                : problems.NotFound(request);
    }
}
