using ComplaintFlow.Domain.Procedure;
using ComplaintFlow.Functions.Markup;

namespace ComplaintFlow.Functions.Pages;

/// <summary>Asks a staff member for an address, to send a sign-in link. In French.</summary>
public static class SignInPage
{
    /// <param name="email">What was typed, after an error.</param>
    /// <param name="error">What is wrong with it; null at first.</param>
    public static Html Render(Firm firm, string? email = null, string? error = null)
    {
        Dictionary<string, string> values = email is null ? [] : new() { ["email"] = email };
        Dictionary<string, IReadOnlyList<string>> errors = error is null ? [] : new() { ["email"] = [error] };
        FormFields fields = new("", Language.French, values, errors);
        Html field = fields.Input(new("email", "Votre adresse e-mail") { Type = "email", Required = true, Autocomplete = "email", MaxLength = 254 });
        return Layout.Page("Connexion", Language.French, firm, Html.Of($"""
            <h1>Connexion au bureau</h1>
            <p class="lead">Un lien de connexion vous est envoyé par e-mail. Pas de mot de passe.</p>
            {ErrorSummary.Render(fields, field)}
            <form method="post" action="/staff/sign-in" novalidate>{field}<p><button type="submit">Recevoir le lien</button></p></form>
            """));
    }
}
