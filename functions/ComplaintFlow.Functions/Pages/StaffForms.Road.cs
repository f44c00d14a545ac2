using ComplaintFlow.Domain.Complaints;
using ComplaintFlow.Functions.Markup;

namespace ComplaintFlow.Functions.Pages;

/// <summary>Level 2, the mediator, the court.</summary>
internal static partial class StaffForms
{
    private static IReadOnlyList<ActForm> Road(StaffPageModel model) =>
    [
        new("escalate", "Passer au niveau 2", "Passer au niveau 2", fields => fields.Area(new("reason", "Raison du client") { Rows = 4, MaxLength = 20_000 })) { Intro = Intro("Une autre personne que celle du niveau 1 étudie de nouveau le dossier.") },
        new("refer", "Enregistrer la saisine du médiateur", "Enregistrer la saisine", fields => Html.Of($"""
            {fields.Date(new("on", "Date de la saisine") { Required = true, Value = PageDates.Wire(model.Today) })}
            {fields.Input(new("reference", "Référence du médiateur") { MaxLength = 100 })}
            """)),
        new("mediator-outcome", "Enregistrer l’issue de la médiation", "Enregistrer l’issue", fields => Html.Of($"""
            {fields.Select(new("outcome", "Issue") { Required = true }, Enum.GetValues<MediationOutcome>().Select(outcome => (WireName.Of(outcome), Words.Of(outcome).Fr)))}
            {fields.Date(new("on", "Date") { Required = true, Value = PageDates.Wire(model.Today) })}
            """)) { Intro = Intro("La réclamation est alors close.") },
        new("court-action", "Enregistrer une action judiciaire", "Enregistrer l’action", fields => fields.Date(new("on", "Date de l’action") { Required = true })) { Intro = Intro("Le médiateur ne pourra plus être saisi."), Weighty = true },
    ];
}
