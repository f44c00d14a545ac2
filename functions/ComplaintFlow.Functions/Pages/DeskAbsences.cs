using ComplaintFlow.Domain.Procedure;
using ComplaintFlow.Functions.Markup;

namespace ComplaintFlow.Functions.Pages;

/// <summary>One's own absences: the deputy stands in.</summary>
internal static class DeskAbsences
{
    public static Html Render(DeskModel model)
    {
        FormFields fields = FormFields.Of("absence", Language.French, model.Rejected);
        Html dates = Html.Of($"""
            {fields.Date(new("from", "Premier jour") { Required = true })}{fields.Date(new("to", "Dernier jour, inclus") { Required = true })}
            """);
        return Html.Of($"""
            <section aria-labelledby="absences"><h2 id="absences">Mes absences</h2>
            <p>{Deputy(model)}</p>
            {(model.Person.Absences.Count == 0 ? Html.Of($"<p class=\"empty\">Aucune absence prévue.</p>") : Html.Of($"""
            <ul class="absences">{Html.Each(model.Person.Absences.OrderBy(absence => absence.From), absence => Html.Of($"""
            <li><span>du {PageDates.ShortDay(absence.From, Language.French)} au {PageDates.ShortDay(absence.To, Language.French)} inclus</span><form method="post" action="/staff">{FormFields.Hidden("action", "remove-absence")}{FormFields.Hidden("from", PageDates.Wire(absence.From))}{FormFields.Hidden("to", PageDates.Wire(absence.To))}<button type="submit" class="small weighty">Supprimer<span class="visually-hidden"> l’absence du {PageDates.ShortDay(absence.From, Language.French)}</span></button></form></li>
            """))}</ul>
            """))}
            {ErrorSummary.Render(fields, dates)}
            <form method="post" action="/staff" class="row" novalidate>{FormFields.Hidden("action", "absence")}
            {dates}
            <p><button type="submit">Ajouter l’absence</button></p></form></section>
            """);
    }

    private static string Deputy(DeskModel model) => LanguageWords.Fr(model.Person.Deputy is { } deputy
        ? $"Pendant votre absence, vos réclamations vont à {Words.NameOf(model.Directory, deputy) ?? deputy}."
        : "Vous n’avez pas de remplaçant : pendant votre absence, vos réclamations vont au responsable.");
}
