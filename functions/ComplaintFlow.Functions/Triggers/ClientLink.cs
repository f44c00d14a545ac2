using System.Collections.Frozen;
using ComplaintFlow.Domain.Complaints;
using ComplaintFlow.Domain.Procedure;
using ComplaintFlow.Functions.Acts;
using ComplaintFlow.Functions.Complaints;
using ComplaintFlow.Functions.Http;
using ComplaintFlow.Functions.Intake;
using ComplaintFlow.Functions.Links;
using ComplaintFlow.Functions.Pages;
using ComplaintFlow.Functions.Views;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace ComplaintFlow.Functions.Triggers;

/// <summary><c>/c/{token}</c>: the client's page. GET and HEAD show, POST acts.</summary>
public sealed class ClientLink(
    LinkTokens tokens,
    FirmRules firm,
    ComplaintStore store,
    AllowedActs allowed,
    PageAct act,
    AttachmentDownload download,
    LinkRenewal renewal,
    SetAside setAside,
    ComplaintHandling handling,
    Problems problems)
{
    private static readonly FrozenSet<string> Actions =
        new[] { "message", AllowedActs.Attachment, "escalate", "refer", "court-action", "withdraw" }.ToFrozenSet(StringComparer.Ordinal);

    [Function(nameof(ClientLink))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "post", Route = "c/{token}")] HttpRequest request,
        string token,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken) => tokens.Read(token, LinkPurpose.Client, firm.Now) switch
        {
            LinkReading.Valid valid when Reference.TryParse(valid.Claims.Reference, out Reference reference)
                && await store.FindAsync(reference, cancellationToken) is { } stored =>
                await AnswerAsync(request, client, stored, cancellationToken),
            LinkReading.Valid valid when Reference.TryParse(valid.Claims.Reference, out Reference reference)
                && await setAside.FindAsync(reference, cancellationToken) is { IsForm: true } form =>
                await ShowSetAsideAsync(request, reference, form, cancellationToken),
            LinkReading.Expired expired => await renewal.AnswerAsync(request, expired.Claims, cancellationToken),
            _ => problems.NotFound(request),
        };

    private async Task<IResult> AnswerAsync(HttpRequest request, DurableTaskClient client, StoredComplaint stored, CancellationToken cancellationToken)
    {
        Language language = RequestLanguage.TryParse(request.Query["lang"], out Language asked) ? asked : stored.Complaint.Language;
        if (HttpMethods.IsPost(request.Method))
        {
            PageActResult result = await act.RunAsync(request, client, stored.Reference, Actor.Client, Actions, 0, language, cancellationToken);
            return result.Problem ?? await ShowAsync(request, stored.Reference, language, result, cancellationToken);
        }

        return request.Query["attachment"].ToString() is { Length: > 0 } id
            ? await download.FindAsync(stored, id, cancellationToken) ?? problems.NotFound(request)
            : await ShowAsync(request, stored.Reference, language, null, cancellationToken);
    }

    private async Task<Reply> ShowAsync(
        HttpRequest request, Reference reference, Language language, PageActResult? result, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(reference, cancellationToken) is not { } stored)
        {
            return problems.NotFound(request);
        }

        IReadOnlySet<string> possible = await allowed.ForAsync(stored, Actor.Client, cancellationToken);
        ClientPageModel model = await ModelAsync(stored, language, possible.Where(Actions.Contains), cancellationToken);
        return Reply.Page(
            ClientPage.Render(model with { Flash = result?.Flash, Rejected = result?.Rejected }), result?.Status ?? StatusCodes.Status200OK);
    }

    /// <summary>A form that was set aside looks like any other until somebody has looked at it; nothing can be done with it yet.</summary>
    private async Task<IResult> ShowSetAsideAsync(HttpRequest request, Reference reference, SetAsideItem form, CancellationToken cancellationToken)
    {
        if (HttpMethods.IsPost(request.Method))
        {
            return problems.Refused(request, Refusals.NotNow);
        }

        StoredComplaint stored = await handling.ImagineAsync(reference, form.Complaint, cancellationToken);
        Language language = RequestLanguage.TryParse(request.Query["lang"], out Language asked) ? asked : stored.Complaint.Language;
        return Reply.Page(ClientPage.Render(await ModelAsync(stored, language, [], cancellationToken)));
    }

    private async Task<ClientPageModel> ModelAsync(
        StoredComplaint stored, Language language, IEnumerable<string> actions, CancellationToken cancellationToken) => new()
        {
            Reference = stored.Reference.Value,
            Complaint = stored.Complaint,
            Dossier = stored.Dossier,
            Journal = stored.Journal,
            Procedure = firm.Procedure,
            Directory = await firm.DirectoryAsync(cancellationToken),
            Language = language,
            Today = firm.Today,
            AllowedActions = actions.ToHashSet(StringComparer.Ordinal),
        };
}
