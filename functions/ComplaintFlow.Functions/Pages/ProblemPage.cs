using ComplaintFlow.Domain.Procedure;
using ComplaintFlow.Functions.Markup;

namespace ComplaintFlow.Functions.Pages;

/// <summary>A problem said to a person: what happened, what to do, and the trace to quote.</summary>
public static class ProblemPage
{
    /// <param name="status">The HTTP status; it chooses the words where the caller has none.</param>
    /// <param name="title">In the reader's language; null: the usual words of the status.</param>
    /// <param name="detail">In the reader's language; null: the usual words. Never from an exception.</param>
    /// <param name="traceId">What to quote to the firm.</param>
    /// <param name="extra">More of the page, such as a form.</param>
    public static Html Render(Firm firm, int status, string? title, string? detail, Language language, string? traceId, Html? extra = null)
    {
        (Wording usualTitle, Wording usualDetail) = Usual(status);
        string heading = title ?? language.Say(usualTitle);
        return Layout.Page(heading, language, firm, Html.Of($"""
            <div class="problem"><p class="kicker">{language.Say("Erreur", "Error")} {status}</p>
            <h1>{heading}</h1>
            <p class="lead">{detail ?? language.Say(usualDetail)}</p>
            {extra ?? Html.Empty}
            <p>{language.Say("Besoin d’aide ? Appelez-nous au ", "Need help? Call us on ")}{firm.Phone}{language.Say(" ou écrivez à ", " or write to ")}{FirmBlocks.ComplaintsMailbox(firm, language)}.</p>
            {Html.When(traceId is not null, () => Html.Of($"<p class=\"hint\">{language.Say("Repère à nous indiquer : ", "Quote this to us: ")}<code>{traceId}</code></p>"))}</div>
            """));
    }

    private static (Wording Title, Wording Detail) Usual(int status) => status switch
    {
        400 => (new("Quelque chose manque ou ne convient pas", "Something is missing or not right"), new("Vérifiez ce que vous avez indiqué, puis recommencez.", "Check what you entered, then try again.")),
        401 => (new("Il faut vous identifier", "You need to sign in"), new("Cette page est réservée aux personnes identifiées.", "This page is for people who have signed in.")),
        403 => (new("Accès refusé", "Not allowed"), new("Vous n’avez pas le droit de faire cela.", "You may not do this.")),
        404 => (new("Page introuvable", "Page not found"), new("Cette adresse n’existe pas, ou le lien est incomplet. Copiez-le en entier depuis votre e-mail.", "This address does not exist, or the link is incomplete. Copy the whole link from your e-mail.")),
        409 => (new("Ce n’est plus possible", "No longer possible"), new("La situation a changé entre-temps. Rechargez la page pour voir où en est le dossier.", "Things have changed in the meantime. Reload the page to see where it stands.")),
        410 => (new("Ce lien a expiré", "This link has expired"), new("Vous pouvez en demander un nouveau.", "You can ask for a new one.")),
        413 => (new("Envoi trop volumineux", "Too large"), new("Au plus 20 fichiers, 10 Mo chacun, 20 Mo en tout. Envoyez moins de documents, ou des documents plus légers.", "At most 20 files, 10 MB each, 20 MB in all. Send fewer documents, or lighter ones.")),
        415 => (new("Format non accepté", "Format not accepted"), new("Ce type de fichier ou d’envoi n’est pas accepté.", "This kind of file or request is not accepted.")),
        429 => (new("Trop d’envois à la suite", "Too many requests"), new("Attendez une minute, puis recommencez.", "Wait a minute, then try again.")),
        503 => (new("Service momentanément indisponible", "Briefly unavailable"), new("Réessayez dans quelques minutes.", "Try again in a few minutes.")),
        _ when status >= 500 => (new("Une erreur est survenue de notre côté", "Something went wrong on our side"), new("Réessayez dans quelques minutes. Si cela continue, appelez-nous.", "Try again in a few minutes. If it goes on, call us.")),
        _ => (new("La demande n’a pas abouti", "The request could not be carried out"), new("Vérifiez l’adresse, puis recommencez.", "Check the address, then try again.")),
    };
}
