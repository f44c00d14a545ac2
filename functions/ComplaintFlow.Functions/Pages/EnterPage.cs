using ComplaintFlow.Domain.Procedure;
using ComplaintFlow.Functions.Markup;

namespace ComplaintFlow.Functions.Pages;

/// <summary>What a sign-in link shows: a button, since opening a link changes nothing (mail scanners open links too).</summary>
public static class EnterPage
{
    public static Html Render(Firm firm) => Layout.Page("Connexion", Language.French, firm, Html.Of($"""
        <h1>Connexion au bureau</h1>
        <p class="lead">Un bouton, et vous y êtes.</p>
        <form method="post"><p><button type="submit">Entrer</button></p></form>
        """));
}
