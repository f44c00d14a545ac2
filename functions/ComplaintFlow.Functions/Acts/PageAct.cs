using ComplaintFlow.Domain.Complaints;
using ComplaintFlow.Domain.Procedure;
using ComplaintFlow.Functions.Complaints;
using ComplaintFlow.Functions.Http;
using ComplaintFlow.Functions.Intake;
using ComplaintFlow.Functions.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.DurableTask.Client;

namespace ComplaintFlow.Functions.Acts;

/// <summary>What came of a form posted on a page: how to show the page again, or a problem instead of it.</summary>
/// <param name="Problem">Set when there is no page to show: a machine asked, or the post cannot be read.</param>
public sealed record PageActResult(int Status, Flash? Flash, RejectedAct? Rejected, Reply? Problem);

/// <summary>An act posted by a form of the client's page or of a staff page: the field <c>action</c> and the fields of that act.</summary>
public sealed class PageAct(ActReader reader, PerformAct perform, AttachFiles attach, Problems problems)
{
    /// <param name="actions">The acts that this page knows; the domain decides which of them are allowed.</param>
    /// <param name="draft">The draft that the link is about; 0 for none.</param>
    public async Task<PageActResult> RunAsync(
        HttpRequest request,
        DurableTaskClient client,
        Reference reference,
        Actor actor,
        IReadOnlyCollection<string> actions,
        int draft,
        Language language,
        CancellationToken cancellationToken)
    {
        FieldErrors errors = new(language);
        (RequestBody? body, int status) = await RequestBody.ReadAsync(request, errors, cancellationToken);
        if (body is null)
        {
            return Failed(status == StatusCodes.Status415UnsupportedMediaType
                ? problems.WrongType(request, "application/x-www-form-urlencoded, multipart/form-data")
                : problems.BadFields(request, errors));
        }

        string action = body.Values.GetValueOrDefault("action") ?? "";
        if (!actions.Contains(action))
        {
            errors.Add("action", $"Action inconnue ; il y a : {string.Join(", ", actions)}.", $"Unknown action; there are: {string.Join(", ", actions)}.");
            return Failed(problems.BadFields(request, errors));
        }

        if (draft > 0)
        {
            body.Values.TryAdd("draft", draft.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }

        HandlingOutcome? outcome = await ActAsync(client, reference, actor, action, body, errors, cancellationToken);
        return outcome switch
        {
            null => Rejected(request, action, body, errors),
            HandlingOutcome.Done => new PageActResult(StatusCodes.Status200OK, new Flash(FlashKind.Done), null, null),
            HandlingOutcome.AlreadyDone => new PageActResult(StatusCodes.Status200OK, new Flash(FlashKind.AlreadyDone), null, null),
            HandlingOutcome.Refused { Refusal: { Kind: RefusalKind.Invalid, Field: { } field } refusal } =>
                Rejected(request, action, body, With(errors, field, refusal.Reason)),
            HandlingOutcome.Refused refused => Refused(request, refused.Refusal, language),
            _ => Failed(problems.NotFound(request)),
        };
    }

    private async Task<HandlingOutcome?> ActAsync(
        DurableTaskClient client,
        Reference reference,
        Actor actor,
        string action,
        RequestBody body,
        FieldErrors errors,
        CancellationToken cancellationToken)
    {
        if (action == AllowedActs.Attachment)
        {
            if (IncomingFiles.TooLarge(body.Files) is { } tooLarge)
            {
                errors.Add("file", tooLarge.Fr, tooLarge.En);
                return null;
            }

            return await attach.RunAsync(client, reference, body.Files, actor, errors, cancellationToken);
        }

        MakeCommand? command = reader.Read(action, ComplaintFields.Of(body, errors), actor);
        return command is null || errors.Any ? null : await perform.RunAsync(client, reference, command, null, cancellationToken);
    }

    private PageActResult Rejected(HttpRequest request, string action, RequestBody body, FieldErrors errors) => request.WantsPage()
        ? new PageActResult(StatusCodes.Status400BadRequest, null, new RejectedAct(action, body.Values, errors.ToDictionary()), null)
        : Failed(problems.BadFields(request, errors));

    private PageActResult Refused(HttpRequest request, Refusal refusal, Language language)
    {
        Reply problem = problems.Refused(request, refusal);
        return request.WantsPage()
            ? new PageActResult(problem.Status, new Flash(FlashKind.Refused, refusal.Reason.In(language)), null, null)
            : Failed(problem);
    }

    private static PageActResult Failed(Reply problem) => new(problem.Status, null, null, problem);

    private static FieldErrors With(FieldErrors errors, string field, Wording reason)
    {
        errors.Add(field, reason);
        return errors;
    }
}
