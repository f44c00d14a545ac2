using ComplaintFlow.Domain.Complaints;
using ComplaintFlow.Domain.Directory;
using ComplaintFlow.Functions.Acts;
using ComplaintFlow.Functions.Complaints;
using ComplaintFlow.Functions.Http;
using ComplaintFlow.Functions.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.DurableTask.Client;

namespace ComplaintFlow.Functions.Views;

/// <summary>A complaint's page for one staff member, from a link of a mail or from the desk: shown, acted on, its files and letters.</summary>
public sealed class StaffView(
    ComplaintStore store, FirmRules firm, AllowedActs allowed, ActReader reader, PageAct act, AttachmentDownload download, Problems problems)
{
    /// <param name="draft">The draft that the link is about; 0 for none.</param>
    public async Task<IResult> AnswerAsync(
        HttpRequest request, DurableTaskClient client, Reference reference, StaffMember person, int draft, CancellationToken cancellationToken)
    {
        Actor actor = Actor.Staff(person.Email);
        if (HttpMethods.IsPost(request.Method))
        {
            PageActResult result = await act.RunAsync(
                request, client, reference, actor, ActReader.Actions, draft, Domain.Procedure.Language.French, cancellationToken);
            return result.Problem ?? await ShowAsync(request, reference, person, actor, draft, result, cancellationToken);
        }

        if (await store.FindAsync(reference, cancellationToken) is not { } stored)
        {
            return problems.NotFound(request);
        }

        if (request.Query["attachment"].ToString() is { Length: > 0 } id)
        {
            return await download.FindAsync(stored, id, cancellationToken) ?? problems.NotFound(request);
        }

        return request.Query["letter"].ToString() is { Length: > 0 } letter
            ? await LetterAsync(request, stored, letter, cancellationToken)
            : await ShowAsync(request, reference, person, actor, draft, null, cancellationToken);
    }

    private async Task<Reply> ShowAsync(
        HttpRequest request,
        Reference reference,
        StaffMember person,
        Actor actor,
        int draft,
        PageActResult? result,
        CancellationToken cancellationToken)
    {
        if (await store.FindAsync(reference, cancellationToken) is not { } stored)
        {
            return problems.NotFound(request);
        }

        StaffPageModel model = new()
        {
            Reference = reference.Value,
            Complaint = stored.Complaint,
            Dossier = stored.Dossier,
            Journal = stored.Journal,
            Effects = [.. stored.Effects.OrderBy(effect => effect.Line).Select(effect => LineOf(effect, stored))],
            Procedure = firm.Procedure,
            Directory = await firm.DirectoryAsync(cancellationToken),
            Person = person,
            Today = firm.Today,
            AllowedActions = await allowed.ForAsync(stored, actor, cancellationToken),
            Draft = draft > 0 ? draft : stored.Complaint.Draft?.Number,
            Flash = result?.Flash,
            Rejected = result?.Rejected,
        };
        return Reply.Page(StaffPage.Render(model), result?.Status ?? StatusCodes.Status200OK);
    }

    private async Task<Reply> LetterAsync(HttpRequest request, StoredComplaint stored, string letter, CancellationToken cancellationToken)
    {
        if (!WireName.TryParse(letter, out LetterKind kind))
        {
            return problems.NotFound(request);
        }

        AnswerDocument? answer = kind == LetterKind.Answer ? reader.AnswerOf(stored, null) : null;
        if (kind == LetterKind.Answer && (answer is null || stored.Complaint.Draft is not { State: DraftState.Approved or DraftState.Released }))
        {
            return problems.Refused(request, Refusals.NothingToSend);
        }

        StaffDirectory directory = await firm.DirectoryAsync(cancellationToken);
        return Reply.Page(LetterPage.Render(new LetterModel
        {
            Kind = kind,
            Reference = stored.Reference.Value,
            Complaint = stored.Complaint,
            Dossier = stored.Dossier,
            Procedure = firm.Procedure,
            Date = firm.Today,
            SignedBy = directory.Find(stored.Complaint.Handler)?.Name ?? stored.Complaint.Handler,
            Answer = answer,
        }));
    }

    private static EffectLine LineOf(Effect effect, StoredComplaint stored) => new(
        effect.Id.ToString(),
        WireName.Of(effect.Kind),
        ComplaintView.AddressOf(effect, stored.Dossier) ?? "",
        WireName.Of(effect.Status),
        effect.At,
        effect.Attempts,
        effect.Error);
}
