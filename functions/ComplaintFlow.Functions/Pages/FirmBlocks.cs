using ComplaintFlow.Domain.Procedure;
using ComplaintFlow.Functions.Markup;

namespace ComplaintFlow.Functions.Pages;

/// <summary>What the procedure says about contacts and personal data, the same on every page.</summary>
internal static class FirmBlocks
{
    /// <summary>The complaints mailbox: as published and, where it differs, its alias without accents.</summary>
    public static Html ComplaintsMailbox(Firm firm, Language language) => firm.ComplaintsEmail == firm.ComplaintsEmailAlias
        ? MailTo(firm.ComplaintsEmail)
        : Html.Of($"""{MailTo(firm.ComplaintsEmail)} {language.Say("ou, si votre messagerie n’accepte pas les accents,", "or, if your mail system does not accept accents,")} {MailTo(firm.ComplaintsEmailAlias)}""");

    public static Html MailTo(string address) => Html.Of($"""<a href="mailto:{Uri.EscapeDataString(address).Replace("%40", "@", StringComparison.Ordinal)}">{address}</a>""");

    public static Html Mediator(Mediator mediator, Language language) => Html.Of($"""
        <address class="contact"><strong>{mediator.Name}</strong><br>{mediator.PostalAddress}{Html.When(
            mediator.Email is not null, () => Html.Of($"<br>{language.Say("E-mail : ", "E-mail: ")}{MailTo(mediator.Email!)}"))}<br>{language.Say("Site : ", "Web site: ")}{Site(mediator.Website)}</address>
        """);

    public static Html Privacy(ProcedureVersion procedure, Language language)
    {
        PrivacyNotice notice = procedure.Privacy;
        return Html.Of($"""
            <section class="privacy" aria-labelledby="privacy"><h2 id="privacy">{language.Say("Vos données personnelles", "Your personal data")}</h2>
            <dl class="facts">
            <div><dt>{language.Say("Responsable du traitement", "Controller")}</dt><dd>{notice.Controller}</dd></div>
            <div><dt>{language.Say("Pourquoi", "Purpose")}</dt><dd>{language.Say(notice.Purpose)}</dd></div>
            <div><dt>{language.Say("Base légale", "Legal basis")}</dt><dd>{language.Say(notice.Basis)}</dd></div>
            <div><dt>{language.Say("Durée", "How long")}</dt><dd>{Retention(notice, language)}</dd></div>
            <div><dt>{language.Say("Vos droits", "Your rights")}</dt><dd>{language.Say(notice.Rights)}</dd></div>
            <div><dt>{language.Say("Contact", "Contact")}</dt><dd>{(notice.Contact.Contains('@', StringComparison.Ordinal) && !notice.Contact.Contains(' ', StringComparison.Ordinal) ? MailTo(notice.Contact) : Html.Text(notice.Contact))}</dd></div>
            </dl></section>
            """);
    }

    public static string Retention(PrivacyNotice notice, Language language) => language.Say(
        $"Vos données sont conservées pendant le traitement de la réclamation, puis {notice.RetentionYears} {(notice.RetentionYears < 2 ? "an" : "ans")} après sa clôture (plus longtemps en cas de procédure ou de médiation en cours), puis effacées.",
        $"Your data are kept while the complaint is being handled, then for {notice.RetentionYears} {(notice.RetentionYears < 2 ? "year" : "years")} after it is closed (longer while a court case or a mediation is under way), then erased.");

    private static Html Site(string website) => Uri.TryCreate(website, UriKind.Absolute, out Uri? uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp)
        ? Html.Of($"""<a href="{uri.AbsoluteUri}" rel="noreferrer">{website}</a>""")
        : Html.Text(website);
}
