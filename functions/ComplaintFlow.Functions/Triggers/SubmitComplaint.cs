using ComplaintFlow.Domain.Complaints;
using ComplaintFlow.Domain.Procedure;
using ComplaintFlow.Functions.Complaints;
using ComplaintFlow.Functions.Configuration;
using ComplaintFlow.Functions.Http;
using ComplaintFlow.Functions.Intake;
using ComplaintFlow.Functions.Orchestration;
using ComplaintFlow.Functions.Pages;
using ComplaintFlow.Functions.Views;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Net.Http.Headers;

namespace ComplaintFlow.Functions.Triggers;

/// <summary><c>POST /api/complaints</c>: from the form, from the firm's web site, from staff and machines with a key.</summary>
public sealed class SubmitComplaint(
    Callers callers,
    PostLimits limits,
    FirmRules firm,
    ComplaintHandling handling,
    IdempotencyClaims claims,
    IncomingFiles files,
    SetAside setAside,
    ComplaintView view,
    Nudge nudge,
    Problems problems,
    AppSettings settings)
{
    private const string Honeypot = "website";
    private const int LongestKey = 200;

    [Function(nameof(SubmitComplaint))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/complaints")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken)
    {
        Caller caller = callers.Identify(request);
        if (caller.WrongKey)
        {
            return problems.NoKey(request);
        }

        if (caller.Key is { } key && !key.May(KeyScopes.Intake))
        {
            return problems.KeyMayNot(request, KeyScopes.Intake);
        }

        FieldErrors errors = new(request.LanguageOf());
        (RequestBody? body, int status) = await RequestBody.ReadAsync(request, errors, cancellationToken);
        if (body is null)
        {
            return status == StatusCodes.Status415UnsupportedMediaType
                ? problems.WrongType(request, "application/json, application/x-www-form-urlencoded, multipart/form-data")
                : problems.BadFields(request, errors);
        }

        Fields fields = ComplaintFields.Of(body, errors);
        if (caller.Key is null && ComplaintFields.StaffFields.Any(fields.IsGiven))
        {
            return problems.NoKey(request);
        }

        return await SubmitAsync(new Submission(request, client, caller, body, fields), cancellationToken);
    }

    private async Task<IResult> SubmitAsync(Submission post, CancellationToken cancellationToken)
    {
        Actor actor = await ActorOfAsync(post, cancellationToken);
        Language language = post.Request.PageLanguageOf();
        Func<DateTimeOffset, Receive> command = ComplaintFields.Read(post.Fields, actor, language);
        IncomingFiles.Check(post.Body.Files, post.Fields.Errors);
        if (IdempotencyKeyOf(post).Length > LongestKey)
        {
            post.Fields.Add("Idempotency-Key", $"{LongestKey} caractères au plus.", $"At most {LongestKey} characters.");
        }

        if (IncomingFiles.TooLarge(post.Body.Files) is { } tooLarge)
        {
            return problems.TooLarge(post.Request, tooLarge.Fr, tooLarge.En);
        }

        if (await handling.CheckAsync(command, cancellationToken) is { Field: { } field } refusal)
        {
            post.Fields.Add(field, refusal.Reason.Fr, refusal.Reason.En);
        }

        if (post.Fields.Errors.Any)
        {
            return BadFields(post);
        }

        if (post.Caller.Key is null && command(firm.Now).Complainant.Email is { } recipient && limits.Count("recipient", recipient) is { } wait)
        {
            return problems.TooMany(post.Request, wait);
        }

        return post.Body.Values.GetValueOrDefault(Honeypot) is { Length: > 0 }
            ? await SetAsideAsync(post, command, cancellationToken)
            : await OpenAsync(post, command, actor, cancellationToken);
    }

    private async Task<IResult> OpenAsync(Submission post, Func<DateTimeOffset, Receive> command, Actor actor, CancellationToken cancellationToken)
    {
        if (await ClaimAsync(post, cancellationToken) is not { } reference)
        {
            return problems.OtherBody(post.Request);
        }

        IReadOnlyList<Func<DateTimeOffset, Attach>> attachments = await files.KeepAsync(reference, post.Body.Files, actor, cancellationToken);
        HandlingOutcome outcome = await handling.ReceiveAsync(reference, command, attachments, cancellationToken);
        switch (outcome)
        {
            case HandlingOutcome.Done done:
                await nudge.StartAsync(post.Client, reference, cancellationToken);
                return Answer(post, view.Opened(done.Complaint));
            case HandlingOutcome.AlreadyDone done:
                // Whoever stored it may have been cut off before it could start the orchestration.
                await nudge.EnsureStartedAsync(post.Client, reference, cancellationToken);
                return Answer(post, view.Opened(done.Complaint));
            case HandlingOutcome.Refused refused:
                return problems.Refused(post.Request, refused.Refusal);
            default:
                throw new InvalidOperationException($"A new complaint cannot be {outcome.GetType().Name}.");
        }
    }

    /// <summary>What looks like a robot's is answered like any other and kept for a person to look at.</summary>
    private async Task<IResult> SetAsideAsync(Submission post, Func<DateTimeOffset, Receive> command, CancellationToken cancellationToken)
    {
        if (await ClaimAsync(post, cancellationToken) is not { } reference)
        {
            return problems.OtherBody(post.Request);
        }

        Receive receive = command(firm.Now);
        IReadOnlyList<Func<DateTimeOffset, Attach>> attachments = await files.KeepAsync(reference, post.Body.Files, receive.By, cancellationToken);
        SetAsideItem form = await setAside.KeepAsync(reference, receive, [.. attachments.Select(attachment => attachment(receive.At))], cancellationToken);
        return Answer(post, view.Opened(await handling.ImagineAsync(reference, form.Complaint, cancellationToken)));
    }

    private async Task<Reference?> ClaimAsync(Submission post, CancellationToken cancellationToken)
    {
        Reference proposed = handling.NewReference();
        string key = IdempotencyKeyOf(post);
        return key.Length == 0
            ? proposed
            : await claims.ClaimAsync(post.Caller.Name, key, IdempotencyClaims.HashOf(post.Body), proposed, firm.Now, cancellationToken);
    }

    /// <summary>The header's key, or the one that our own form carries in a field; empty without.</summary>
    private static string IdempotencyKeyOf(Submission post) =>
        post.Request.Headers["Idempotency-Key"].ToString() is { Length: > 0 } key ? key : post.Body.Values.GetValueOrDefault("idempotencyKey") ?? "";

    /// <summary>A person of the directory who is named by a key's caller; a machine; or the client.</summary>
    private async Task<Actor> ActorOfAsync(Submission post, CancellationToken cancellationToken)
    {
        if (post.Caller.Key is not { } key)
        {
            return Actor.Client;
        }

        string email = post.Request.Headers[PersonHeader.Name].ToString();
        return email.Length > 0 && (await firm.DirectoryAsync(cancellationToken)).Find(email) is { } member
            ? Actor.Staff(member.Email, key.Name)
            : new Actor(ActorKind.Application, null, key.Name);
    }

    private Reply Answer(Submission post, NewComplaint answer)
    {
        if (!post.Body.IsForm)
        {
            return Reply.Json(answer, StatusCodes.Status202Accepted).With(HeaderNames.Location, $"/api/complaints/{answer.Reference}");
        }

        return Reply.SeeOther(ReturnUrl(post, answer.Reference) ?? answer.TrackingUrl);
    }

    /// <summary>The page that the firm's web site wants its visitor to see next, when it is one of its own.</summary>
    private string? ReturnUrl(Submission post, string reference)
    {
        if (!Uri.TryCreate(post.Body.Values.GetValueOrDefault("returnUrl"), UriKind.Absolute, out Uri? url)
            || url.UserInfo.Length > 0
            || !CrossOrigin.IsAllowed(url.GetLeftPart(UriPartial.Authority), [settings.PublicUrl, .. settings.AllowedOrigins]))
        {
            return null;
        }

        return new UriBuilder(url) { Query = (url.Query.Length > 1 ? url.Query[1..] + "&" : "") + $"reference={reference}" }.Uri.AbsoluteUri;
    }

    /// <summary>A browser gets its form back with what was typed; machines get the problem.</summary>
    private Reply BadFields(Submission post)
    {
        if (!post.Body.IsForm || !post.Request.WantsPage())
        {
            return problems.BadFields(post.Request, post.Fields.Errors);
        }

        Language language = post.Body.Values.GetValueOrDefault("language") == "en" ? Language.English : post.Request.PageLanguageOf();
        return Reply.Page(
            ComplaintFormPage.Render(new ComplaintFormModel(
                firm.Procedure,
                language,
                post.Body.Values,
                post.Fields.Errors.ToDictionary(),
                post.Body.Values.GetValueOrDefault("idempotencyKey") ?? IdempotencyKey.Fresh())),
            StatusCodes.Status400BadRequest);
    }

    private sealed record Submission(HttpRequest Request, DurableTaskClient Client, Caller Caller, RequestBody Body, Fields Fields);
}
