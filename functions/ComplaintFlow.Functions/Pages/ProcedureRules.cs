using ComplaintFlow.Domain.Procedure;
using ComplaintFlow.Functions.Markup;

namespace ComplaintFlow.Functions.Pages;

/// <summary>How the delays are counted, and who approves answers.</summary>
internal static class ProcedureRules
{
    public static Html Render(ProcedureVersion procedure, Language language) => Html.Of($"""
        <section aria-labelledby="rules"><h2 id="rules">{language.Say("Comment nous comptons les délais", "How we count the delays")}</h2>
        <ul>
        <li>{language.Say($"Jours ouvrables : du lundi au samedi, hors jours fériés (zone : {HolidayZoneTitles.Of(procedure.Zone).Fr}). Le jour de départ ne compte pas, le dernier jour est inclus.", $"Working days are Monday to Saturday without public holidays (zone: {HolidayZoneTitles.Of(procedure.Zone).En}). The first day does not count, the last day is included.")}</li>
        <li>{language.Say("Deux mois vont jusqu’au même jour du mois, ou jusqu’au dernier jour d’un mois plus court.", "Two months end on the same day of the month, or on the last day of a shorter month.")}</li>
        <li><a href="/deadlines{(language == Language.English ? "?lang=en" : "")}">{language.Say("Calculer les échéances d’une réclamation", "Compute the deadlines of a complaint")}</a></li>
        </ul></section>
        {Approvals(procedure, language)}
        """);

    private static Html Approvals(ProcedureVersion procedure, Language language) => Html.Of($"""
        <section aria-labelledby="approvals"><h2 id="approvals">{language.Say("Qui relit nos réponses", "Who reviews our answers")}</h2>
        {Html.Each(procedure.Regimes, regime => Html.Of($"""
        {Html.When(procedure.Regimes.Count > 1, () => Html.Of($"<h3>{language.Say(regime.Title)}</h3>"))}<ul><li>{language.Say("Niveau 1 : ", "Level 1: ")}{Reviewer(regime.LevelOneApproval, language)}</li><li>{language.Say("Niveau 2 : ", "Level 2: ")}{Reviewer(regime.LevelTwoApproval, language)}</li></ul>
        """))}</section>
        """);

    /// <summary>The reason is the firm's own words, in French.</summary>
    private static Html Reviewer(Approval approval, Language language) => approval.By switch
    {
        ApproverRole.Manager => Html.Text(language.Say("le responsable du traitement des réclamations approuve la réponse avant son envoi.", "the complaints manager approves the answer before it leaves.")),
        ApproverRole.Director => Html.Text(language.Say("la direction approuve la réponse avant son envoi.", "the director approves the answer before it leaves.")),
        ApproverRole.None => Html.Of($"{language.Say("la réponse part sans approbation d’une autre personne.", "the answer leaves without another person’s approval.")}{Html.When(approval.Reason is not null, () => Html.Of($" {language.Say("Raison : ", "Reason: ")}<span lang=\"fr\">{LanguageWords.Fr(approval.Reason!)}</span>"))}"),
        _ => throw new ArgumentOutOfRangeException(nameof(approval), approval.By, "Not an approver."),
    };
}
