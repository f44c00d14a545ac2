using ComplaintFlow.Domain.Complaints;
using ComplaintFlow.Domain.Procedure;
using ComplaintFlow.Functions.Markup;

namespace ComplaintFlow.Functions.Pages;

/// <summary>The mails of the outbox, and a button to send a failed one again.</summary>
internal static class EffectTable
{
    public static Html Render(StaffPageModel model) => Html.When(model.Effects.Count > 0, () => Html.Of($"""
        <section aria-labelledby="mails"><h2 id="mails">E-mails envoyés</h2>
        <table class="cards"><thead><tr><th scope="col">E-mail</th><th scope="col">À</th><th scope="col">État</th><th scope="col">Quand</th><th scope="col">Essais</th></tr></thead>
        <tbody>{Html.Each(model.Effects, effect => Html.Of($"""
        <tr class="{(effect.Status == "failed" ? "late" : "")}"><td data-label="E-mail">{Words.OfMail(effect.Kind)}</td><td data-label="À">{Recipient(effect.To)}</td><td data-label="État">{Words.OfEffectStatus(effect.Status)}{Html.When(!string.IsNullOrEmpty(effect.Error), () => Typed.Block(effect.Error))}{Resend(effect, model)}</td><td data-label="Quand">{Html.When(effect.At is not null, () => PageDates.Instant(effect.At!.Value, Language.French))}</td><td data-label="Essais">{effect.Attempts}</td></tr>
        """))}</tbody></table></section>
        """));

    private static Html Recipient(string to) => to == "client" ? Html.Text("le client") : Typed.Inline(to);

    private static Html Resend(EffectLine effect, StaffPageModel model) => Html.When(effect.Status == "failed" && model.AllowedActions.Contains("resend"), () => Html.Of($"""
        <form method="post">{FormFields.Hidden("action", "resend")}{FormFields.Hidden("effect", effect.Id)}<button type="submit" class="small">Renvoyer</button></form>
        """));
}
