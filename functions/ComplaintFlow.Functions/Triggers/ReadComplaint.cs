using ComplaintFlow.Domain.Complaints;
using ComplaintFlow.Functions.Complaints;
using ComplaintFlow.Functions.Http;
using ComplaintFlow.Functions.Views;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Net.Http.Headers;

namespace ComplaintFlow.Functions.Triggers;

/// <summary><c>GET /api/complaints/{reference}</c> (scope <c>read</c>).</summary>
public sealed class ReadComplaint(MachineDoor door, ComplaintStore store, ComplaintView view, Problems problems)
{
    [Function(nameof(ReadComplaint))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/complaints/{reference}")] HttpRequest request,
        string reference,
        CancellationToken cancellationToken)
    {
        if (door.Refuse(request, KeyScopes.Read) is { } refusal)
        {
            return refusal;
        }

        if (!Reference.TryParse(reference, out Reference known) || await store.FindAsync(known, cancellationToken) is not { } stored)
        {
            return problems.NotFound(request);
        }

        return request.Headers.IfNoneMatch.ToString() == stored.ETag
            ? Reply.Empty(StatusCodes.Status304NotModified).With(HeaderNames.ETag, stored.ETag)
            : Reply.Json(view.Of(stored)).With(HeaderNames.ETag, stored.ETag);
    }
}
