using System.Diagnostics;
using System.Globalization;
using ComplaintFlow.Domain.Complaints;
using ComplaintFlow.Domain.Procedure;
using ComplaintFlow.Functions.Complaints;
using ComplaintFlow.Functions.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace ComplaintFlow.Functions.Http;

/// <summary>
/// Every "no" of the program: RFC 9457 problem details for machines, a page for people, in the language asked for. The
/// one file in which refusals become statuses.
/// </summary>
public sealed class Problems(FirmRules firm)
{
    public Reply BadFields(HttpRequest request, FieldErrors errors) => Of(
        request,
        StatusCodes.Status400BadRequest,
        "invalid",
        new Wording("Certains champs sont à corriger.", "Some fields need to be corrected."),
        new Wording("Rien n’a été enregistré. Corrigez les champs indiqués et recommencez.", "Nothing was stored. Correct the fields named and try again."),
        errors.ToDictionary());

    public Reply NoKey(HttpRequest request) => Of(
        request,
        StatusCodes.Status401Unauthorized,
        "no-key",
        new Wording("Une clé d’application est nécessaire.", "An application key is needed."),
        new Wording("Envoyez une clé valable dans l’en-tête x-functions-key.", "Send a valid key in the x-functions-key header."));

    public Reply KeyMayNot(HttpRequest request, KeyScopes scope) => Of(
        request,
        StatusCodes.Status403Forbidden,
        "key-may-not",
        new Wording("Cette clé ne le permet pas.", "This key does not allow it."),
        new Wording($"Il faut une clé avec la portée {WireName.Of(scope)}.", $"It takes a key with the scope {WireName.Of(scope)}."));

    public Reply NotFound(HttpRequest request) => Of(
        request,
        StatusCodes.Status404NotFound,
        "not-found",
        new Wording("Page introuvable.", "Not found."),
        new Wording("Cette adresse ou cette référence n’existe pas.", "There is no such address or reference."));

    public Reply Expired(HttpRequest request) => Of(
        request,
        StatusCodes.Status410Gone,
        "expired",
        new Wording("Ce lien a expiré.", "This link has expired."),
        new Wording("Demandez-en un nouveau.", "Ask for a new one."));

    public Reply TooLarge(HttpRequest request, string fr, string en) => Of(
        request,
        StatusCodes.Status413PayloadTooLarge,
        "too-large",
        new Wording("L’envoi est trop volumineux.", "The request is too large."),
        new Wording(fr, en));

    public Reply WrongType(HttpRequest request, string accepted) => Of(
        request,
        StatusCodes.Status415UnsupportedMediaType,
        "wrong-type",
        new Wording("Ce type de contenu n’est pas accepté ici.", "This content type is not accepted here."),
        new Wording($"Types acceptés : {accepted}.", $"Accepted: {accepted}."));

    public Reply OtherBody(HttpRequest request) => Of(
        request,
        StatusCodes.Status422UnprocessableEntity,
        "idempotency-key-reused",
        new Wording("Cette clé d’idempotence a déjà servi pour un autre contenu.", "This idempotency key was used for another body."),
        new Wording("Choisissez une nouvelle clé pour un nouvel envoi.", "Choose a new key for a new request."));

    public Reply OutOfDate(HttpRequest request) => Of(
        request,
        StatusCodes.Status412PreconditionFailed,
        "out-of-date",
        new Wording("La réclamation a changé entre-temps.", "The complaint has changed in the meantime."),
        new Wording("Relisez-la, puis recommencez.", "Read it again, then try again."));

    public Reply TooMany(HttpRequest request, TimeSpan wait) => Of(
            request,
            StatusCodes.Status429TooManyRequests,
            "too-many",
            new Wording("Trop d’envois en peu de temps.", "Too many requests in a short time."),
            new Wording("Attendez une minute et recommencez : rien n’est perdu de ce que vous avez écrit.", "Wait a minute and try again: nothing of what you wrote is lost."))
        .With(HeaderNames.RetryAfter, Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture));

    /// <summary>The store does not answer; what was asked was not done, or not all of it, and may be asked again.</summary>
    public Reply Unavailable(HttpRequest request) => Of(
            request,
            StatusCodes.Status503ServiceUnavailable,
            "unavailable",
            new Wording("Le service ne peut rien enregistrer pour le moment.", "Nothing can be stored at the moment."),
            new Wording("Ce que vous venez d’envoyer n’est peut-être pas enregistré : gardez-le et recommencez dans quelques minutes.", "What you sent may not have been stored: keep it and try again in a few minutes."))
        .With(HeaderNames.RetryAfter, "60");

    /// <summary>A 500 says nothing but the trace id.</summary>
    public Reply Broken(HttpRequest request) => Of(
        request,
        StatusCodes.Status500InternalServerError,
        "broken",
        new Wording("Une erreur est survenue de notre côté.", "Something went wrong on our side."),
        new Wording("Rien n’est perdu de ce qui était enregistré. Réessayez dans quelques minutes.", "Nothing that was stored is lost. Try again in a few minutes."));

    /// <summary>A refusal of the domain.</summary>
    public Reply Refused(HttpRequest request, Refusal refusal)
    {
        if (refusal is { Kind: RefusalKind.Invalid, Field: { } field })
        {
            FieldErrors errors = new(request.LanguageOf());
            errors.Add(field, refusal.Reason);
            return BadFields(request, errors);
        }

        int status = refusal.Kind == RefusalKind.Forbidden ? StatusCodes.Status403Forbidden : StatusCodes.Status409Conflict;
        Wording title = status == StatusCodes.Status403Forbidden
            ? new Wording("Vous ne pouvez pas faire cela.", "You may not do this.")
            : new Wording("Ce n’est pas possible maintenant.", "This is not possible now.");
        return Of(request, status, refusal.Code, title, refusal.Reason);
    }

    /// <summary>A problem as JSON, or as a page when a browser asks.</summary>
    public Reply Of(
        HttpRequest request,
        int status,
        string code,
        Wording title,
        Wording detail,
        IReadOnlyDictionary<string, IReadOnlyList<string>>? errors = null)
    {
        Language language = request.LanguageOf();
        string traceId = TraceIdOf(request);
        return request.WantsPage()
            ? Reply.Page(ProblemPage.Render(firm.Procedure.Firm, status, title.In(language), DetailOf(detail.In(language), errors), language, traceId), status)
            : Reply.Problem(
                new
                {
                    type = $"urn:complaintflow:problem:{code}",
                    title = title.In(language),
                    status,
                    detail = detail.In(language),
                    traceId,
                    errors,
                },
                status);
    }

    /// <summary>The id under which the logs know the request.</summary>
    public static string TraceIdOf(HttpRequest request) => Activity.Current?.TraceId.ToHexString() ?? request.HttpContext.TraceIdentifier;

    private static string DetailOf(string detail, IReadOnlyDictionary<string, IReadOnlyList<string>>? errors) => errors is null
        ? detail
        : $"{detail}\n{string.Join('\n', errors.Select(error => $"{error.Key}: {string.Join(' ', error.Value)}"))}";
}
