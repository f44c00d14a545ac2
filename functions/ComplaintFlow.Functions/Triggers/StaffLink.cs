using ComplaintFlow.Domain.Complaints;
using ComplaintFlow.Domain.Directory;
using ComplaintFlow.Functions.Complaints;
using ComplaintFlow.Functions.Http;
using ComplaintFlow.Functions.Links;
using ComplaintFlow.Functions.Views;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace ComplaintFlow.Functions.Triggers;

/// <summary><c>/s/{token}</c>: the page that a staff mail leads to. GET and HEAD show, POST acts.</summary>
public sealed class StaffLink(LinkTokens tokens, FirmRules firm, StaffView view, LinkRenewal renewal, Problems problems)
{
    [Function(nameof(StaffLink))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "post", Route = "s/{token}")] HttpRequest request,
        string token,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken)
    {
        LinkReading reading = tokens.Read(token, LinkPurpose.Staff, firm.Now);
        StaffDirectory directory = await firm.DirectoryAsync(cancellationToken);
        return reading switch
        {
            LinkReading.Valid valid when directory.FindByLinkId(valid.Claims.PersonId) is { } person
                && Reference.TryParse(valid.Claims.Reference, out Reference reference) =>
                await view.AnswerAsync(request, client, reference, person, valid.Claims.Draft, cancellationToken),
            LinkReading.Expired expired when directory.FindByLinkId(expired.Claims.PersonId) is not null =>
                await renewal.AnswerAsync(request, expired.Claims, cancellationToken),
            _ => problems.NotFound(request),
        };
    }
}
