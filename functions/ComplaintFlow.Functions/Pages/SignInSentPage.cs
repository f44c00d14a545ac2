using ComplaintFlow.Domain.Procedure;
using ComplaintFlow.Functions.Markup;

namespace ComplaintFlow.Functions.Pages;

/// <summary>The same words whether the address is known or not.</summary>
public static class SignInSentPage
{
    public static Html Render(Firm firm) => Layout.Page("Connexion", Language.French, firm, Html.Of($"""
        <h1>Regardez votre messagerie</h1>
        <p class="lead">Si cette adresse figure dans l’annuaire du cabinet, un lien de connexion vient d’y être envoyé.</p>
        <p>{LanguageWords.Fr("Rien n’arrive ? Vérifiez l’adresse et le dossier des indésirables, puis recommencez.")}</p>
        <p><a href="/staff/sign-in">Demander un autre lien</a></p>
        """));
}
