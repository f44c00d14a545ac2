using ComplaintFlow.Domain.Calendar;
using ComplaintFlow.Domain.Procedure;
using ComplaintFlow.Functions.Markup;

namespace ComplaintFlow.Functions.Pages;

/// <summary>The deadlines that follow from a date, explained day by day, <c>/deadlines</c>.</summary>
public static class DeadlinesPage
{
    public static Html Render(DeadlinesModel model)
    {
        Language language = model.Language;
        FormFields fields = new("", language, model.Values, model.Errors);
        Html controls = Controls(model, fields);
        return Layout.Page(language.Say("Calculer les échéances", "Compute the deadlines"), language, model.Procedure.Firm, Html.Of($"""
            <div class="lead-row"><h1>{language.Say("Calculer les échéances", "Compute the deadlines")}</h1>{LanguageLink.To("/deadlines", language)}</div>
            <p class="lead">{language.Say("Les dates qui suivent une réclamation, jour par jour.", "The dates that follow a complaint, day by day.")}</p>
            {ErrorSummary.Render(fields, controls)}
            <form method="get" action="/deadlines" class="panel" novalidate>{Html.When(language == Language.English, FormFields.Hidden("lang", "en"))}
            {controls}
            <p><button type="submit">{language.Say("Calculer", "Compute")}</button></p></form>
            {Html.When(model.Result is not null, () => Result(model.Result!, language))}
            """));
    }

    private static Html Controls(DeadlinesModel model, FormFields fields)
    {
        Language language = model.Language;
        return Html.Of($"""
            {fields.Date(new("received", language.Say("Date de réception", "Date of receipt")) { Required = true })}
            {fields.Date(new("sent", language.Say("Date d’envoi", "Date of sending")) { Hint = language.Say("Vide : le jour de la réception.", "Empty: the day of receipt.") })}
            {fields.Select(new("zone", language.Say("Jours fériés", "Public holidays")) { Unmarked = true, Value = HolidayZones.NameOf(model.Procedure.Zone) }, Enum.GetValues<HolidayZone>().Select(zone => (HolidayZones.NameOf(zone), Title(zone, language))))}
            {fields.Select(new("procedure", language.Say("Procédure", "Procedure")) { Unmarked = true, Value = model.Procedure.DefaultRegime.Name }, model.Procedure.Regimes.Select(regime => (regime.Name, regime.Title.In(language))))}
            """);
    }

    private static Html Result(DeadlinesResult result, Language language)
    {
        DeadlineDates dates = result.Dates;
        return Html.Of($"""
            <section aria-labelledby="result"><h2 id="result">{language.Say("Les échéances", "The deadlines")}</h2>
            <dl class="facts results">
            <div><dt>{language.Say("Accusé de réception au plus tard", "Acknowledgement by")}</dt><dd>{PageDates.Day(dates.AcknowledgeBy, language)}</dd></div>
            <div><dt>{language.Say("Réponse au plus tard", "Answer by")}</dt><dd>{PageDates.Day(dates.RespondBy, language)}</dd></div>
            <div><dt>{language.Say("Réponse selon l’art. 642, pour information", "Answer under art. 642, for information")}</dt><dd>{PageDates.Day(dates.RespondByIf642, language)}</dd></div>
            <div><dt>{language.Say("Médiateur, faute de réponse, à partir du", "Mediator, without an answer, from")}</dt><dd>{PageDates.Day(dates.MediatorFrom, language)}</dd></div>
            {Html.When(dates.MediatorUntil is not null, () => Html.Of($"<div><dt>{language.Say("Médiateur, jusqu’au", "Mediator, until")}</dt><dd>{PageDates.Day(dates.MediatorUntil!.Value, language)}</dd></div>"))}
            </dl>
            <h3>{language.Say("Le calcul, pas à pas", "The computation, step by step")}</h3>
            <ol class="calculation">{Html.Each(result.Steps, step => Html.Of($"<li>{step}</li>"))}</ol></section>
            """);
    }

    private static string Title(HolidayZone zone, Language language)
    {
        string title = HolidayZoneTitles.Of(zone).In(language);
        return char.ToUpperInvariant(title[0]) + title[1..];
    }
}
