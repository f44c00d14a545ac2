using ComplaintFlow.Domain.Procedure;
using ComplaintFlow.Functions.Markup;

namespace ComplaintFlow.Functions.Pages;

/// <summary>An expired link (410): offers to send a new one to the address on file. Neither page says what that address is.</summary>
public static class ExpiredLinkPage
{
    /// <summary>Posts to its own address with <c>action=renew</c>.</summary>
    public static Html Render(Firm firm, Language language) => Layout.Page(Title(language), language, firm, Html.Of($"""
        <h1>{Title(language)}</h1>
        <p class="lead">{language.Say("Pour votre sécurité, les liens de nos e-mails ne durent qu’un temps. Nous pouvons vous en envoyer un nouveau, à l’adresse de votre dossier.", "For your safety, the links in our e-mails last only for a while. We can send you a new one, to the address on file.")}</p>
        <form method="post">{FormFields.Hidden("action", "renew")}<p><button type="submit">{language.Say("Recevoir un nouveau lien", "Get a new link")}</button></p></form>
        {Help(firm, language)}
        """));

    /// <summary>After the form was sent, whether there was an address or not.</summary>
    public static Html Sent(Firm firm, Language language) => Layout.Page(Title(language), language, firm, Html.Of($"""
        <h1>{language.Say("Regardez votre messagerie", "Check your e-mail")}</h1>
        <p class="lead">{language.Say("Si une adresse figure dans votre dossier, un nouveau lien vient d’y être envoyé.", "If there is an address on file, a new link has just been sent to it.")}</p>
        {Help(firm, language)}
        """));

    private static string Title(Language language) => language.Say("Ce lien a expiré", "This link has expired");

    private static Html Help(Firm firm, Language language) =>
        Html.Of($"<p>{language.Say("Pas d’adresse e-mail dans votre dossier ? Appelez-nous au ", "No e-mail address on file? Call us on ")}{firm.Phone}.</p>");
}
