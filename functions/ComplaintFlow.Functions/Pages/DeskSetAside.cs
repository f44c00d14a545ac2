using ComplaintFlow.Domain.Procedure;
using ComplaintFlow.Functions.Markup;

namespace ComplaintFlow.Functions.Pages;

/// <summary>What robots, or mistakes, brought: a person decides whether it is a complaint.</summary>
internal static class DeskSetAside
{
    public static Html Render(DeskModel model) => Html.Of($"""
        <section aria-labelledby="set-aside"><h2 id="set-aside">Mis de côté</h2>
        {(model.SetAside.Count == 0 ? Html.Of($"<p class=\"empty\">Rien n’est mis de côté.</p>") : Html.Each(model.SetAside.OrderBy(line => line.AcknowledgeBy), line => Entry(line, model.Today)))}
        </section>
        """);

    private static Html Entry(SetAsideLine line, DateOnly today) => Html.Of($"""
        <article class="panel{(line.AcknowledgeBy < today ? " late" : "")}"><h3>{(string.IsNullOrWhiteSpace(line.Subject) ? Html.Text("Sans objet") : Typed.Inline(line.Subject))}</h3>
        <p class="hint">{Html.When(!string.IsNullOrEmpty(line.From), () => Html.Of($"De {Typed.Inline(line.From)}, "))}reçu le {PageDates.Instant(line.ReceivedAt, Language.French)}{Html.When(line.Reason is not null, () => Html.Of($" – {line.Reason}"))}</p>
        <p>Si c’est une réclamation, accusé de réception au plus tard le {PageDates.ShortDay(line.AcknowledgeBy, Language.French)} <strong class="left">{PageDates.DaysLeft(line.AcknowledgeBy, today)}</strong></p>
        {Typed.Block(line.Excerpt)}
        {Html.When(line.HasMail, () => Html.Of($"<p><a href=\"/staff/parked/{line.Id}\">Télécharger l’e-mail tel qu’il est arrivé (.eml)</a></p>"))}
        <div class="buttons">{Button("open-set-aside", line.Id, "Ouvrir une réclamation", weighty: false)}{Button("discard-set-aside", line.Id, "Écarter", weighty: true)}</div></article>
        """);

    private static Html Button(string action, string id, string text, bool weighty) => Html.Of($"""
        <form method="post" action="/staff">{FormFields.Hidden("action", action)}{FormFields.Hidden("id", id)}<button type="submit" class="small{(weighty ? " weighty" : "")}">{text}</button></form>
        """);
}
