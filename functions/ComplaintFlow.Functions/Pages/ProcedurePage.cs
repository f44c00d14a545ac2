using ComplaintFlow.Domain.Procedure;
using ComplaintFlow.Functions.Markup;

namespace ComplaintFlow.Functions.Pages;

/// <summary>
/// The published procedure, <c>/procedure</c>: the three levels in the words of the firm's commitment, every figure,
/// address and rule from the file that the engine obeys.
/// </summary>
public static class ProcedurePage
{
    public static Html Render(ProcedureVersion procedure, Language language)
    {
        Firm firm = procedure.Firm;
        string title = language.Say("Notre procédure de réclamation", "Our complaint procedure");
        return Layout.Page(title, language, firm, index: true, body: Html.Of($"""
            <div class="lead-row"><h1>{title}</h1>{LanguageLink.To("/procedure", language)}</div>
            <p class="lead">{language.Say(
                $"Le cabinet {firm.Name} s’engage à apporter de manière permanente à ses clients un service de qualité. Si toutefois vous rencontrez des difficultés et souhaitez faire part de votre mécontentement, vous pouvez vous adresser successivement aux personnes suivantes.",
                $"{firm.Name} is committed to giving its clients a service of quality at all times. Should you nevertheless meet with difficulties and wish to express your dissatisfaction, you can turn to the following people, one after the other.")}</p>
            <p>{language.Say(
                "Nous vous informons du déroulement du traitement de votre réclamation, notamment si, en raison de circonstances particulières, les délais sur lesquels nous nous sommes engagés ne pouvaient pas être respectés.",
                "We keep you informed of how your complaint progresses, above all if special circumstances prevent us from keeping the dates we promised.")}</p>
            <p><a class="button" href="/{(language == Language.English ? "?lang=en" : "")}">{language.Say("Adresser une réclamation", "Make a complaint")}</a></p>
            {ProcedureLevels.Render(procedure, language)}
            {ProcedureRules.Render(procedure, language)}
            {FirmBlocks.Privacy(procedure, language)}
            <p class="hint">{language.Say($"Version {procedure.Version}, en vigueur depuis le ", $"Version {procedure.Version}, in force since ")}{PageDates.ShortDay(procedure.InForceFrom, language)}</p>
            """));
    }
}
