using ComplaintFlow.Domain.Complaints;
using ComplaintFlow.Domain.Directory;
using ComplaintFlow.Domain.Procedure;
using ComplaintFlow.Functions.Markup;

namespace ComplaintFlow.Functions.Pages;

/// <summary>The desk, <c>/staff</c>: complaints due first, what was set aside, absences. In French.</summary>
public static class DeskPage
{
    public static Html Render(DeskModel model)
    {
        bool all = model.Person.Has(StaffRole.Manager) || model.Person.Has(StaffRole.Director);
        return Layout.Page("Bureau", Language.French, model.Firm, staff: true, body: Html.Of($"""
            {model.Flash?.Render(Language.French) ?? Html.Empty}
            <div class="lead-row"><h1>{(all ? "Les réclamations" : "Mes réclamations")}</h1>
            <form method="post" action="/staff/sign-out"><span class="who">{model.Person.Name}</span> <button type="submit" class="small weighty">Se déconnecter</button></form></div>
            {Html.When(model.SetAside.Count > 0, () => Html.Of($"""<p class="flash refused"><a href="#set-aside">{LanguageWords.Fr($"À regarder : {model.SetAside.Count} {(model.SetAside.Count == 1 ? "message mis de côté" : "messages mis de côté")}")}</a></p>"""))}
            {Complaints(model, all)}
            {DeskSetAside.Render(model)}
            {DeskAbsences.Render(model)}
            """));
    }

    private static Html Complaints(DeskModel model, bool all)
    {
        if (model.Complaints.Count == 0)
        {
            return Html.Of($"""<p class="empty">{(all ? "Aucune réclamation en cours." : "Aucune réclamation ne vous est confiée.")}</p>""");
        }

        IEnumerable<(DeskLine Line, NextDeadline? Next)> lines = model.Complaints
            .Select(line => (Line: line, Next: NextDeadline.Of(line.Complaint)))
            .OrderBy(row => row.Next?.Date ?? DateOnly.MaxValue)
            .ThenBy(row => row.Line.Complaint.ReceivedOn)
            .ThenBy(row => row.Line.Reference, StringComparer.Ordinal);
        return Html.Of($"""
            <table class="cards"><caption class="visually-hidden">Réclamations, la plus urgente d’abord</caption>
            <thead><tr><th scope="col">Échéance</th><th scope="col">Réclamation</th><th scope="col">Client</th><th scope="col">État</th>{Html.When(all, Html.Of($"<th scope=\"col\">En charge</th>"))}</tr></thead>
            <tbody>{Html.Each(lines, row => Row(row.Line, row.Next, model, all))}</tbody></table>
            """);
    }

    private static Html Row(DeskLine line, NextDeadline? next, DeskModel model, bool all) => Html.Of($"""
        <tr class="{(next?.Date < model.Today ? "late" : "")}"><td data-label="Échéance">{Due(next, model.Today)}</td>
        <td data-label="Réclamation"><a class="reference" href="/staff/complaints/{line.Reference}">{line.Reference}</a>{Html.When(!string.IsNullOrWhiteSpace(line.Subject), () => Html.Of($"<br>{Typed.Inline(line.Subject)}"))}</td>
        <td data-label="Client">{Typed.Inline(line.Client)}</td>
        <td data-label="État"><span class="tag {WireName.Of(line.Complaint.Status)}">{Words.Of(line.Complaint.Status).Fr}</span> <span class="level">Niveau {line.Complaint.Level}</span></td>
        {Html.When(all, () => Html.Of($"<td data-label=\"En charge\">{Words.NameOf(model.Directory, line.Complaint.Handler) ?? line.Complaint.Handler}</td>"))}</tr>
        """);

    private static Html Due(NextDeadline? next, DateOnly today) => next is null
        ? Html.Of($"""<span class="hint">rien n’est attendu</span>""")
        : Html.Of($"""{Words.Of(next.Kind).Fr}<br>{PageDates.ShortDay(next.Date, Language.French)} <strong class="left">{PageDates.DaysLeft(next.Date, today)}</strong>""");
}
