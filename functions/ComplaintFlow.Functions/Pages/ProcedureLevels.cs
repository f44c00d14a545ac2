using ComplaintFlow.Domain.Procedure;
using ComplaintFlow.Functions.Markup;

namespace ComplaintFlow.Functions.Pages;

/// <summary>The three levels of the published procedure.</summary>
internal static class ProcedureLevels
{
    public static Html Render(ProcedureVersion procedure, Language language) =>
        Html.Of($"""<div class="levels">{One(procedure, language)}{Two(procedure, language)}{Three(procedure, language)}</div>""");

    private static Html One(ProcedureVersion procedure, Language language) => Html.Of($"""
        <section class="panel" aria-labelledby="level-1"><h2 id="level-1">{language.Say("1er niveau : votre interlocuteur habituel", "Level 1: your usual contact")}</h2>
        <p>{language.Say(
            "Quel que soit le canal d’arrivée de votre réclamation (formulaire en ligne, e-mail, téléphone, courrier, au cabinet), elle est transférée à votre interlocuteur habituel. La réponse vous est adressée par courrier, par e-mail ou éventuellement par téléphone, puis confirmée par écrit. Elle précise comment saisir le second niveau si le mécontentement devait persister.",
            "However your complaint reaches us (web form, e-mail, telephone, letter, at our office), it goes to your usual contact. The answer comes by letter, by e-mail or possibly by telephone, then confirmed in writing. It says how to go to the second level should you still be dissatisfied.")}</p>
        {Html.Each(procedure.Regimes, regime => Delays(procedure, regime, language))}
        </section>
        """);

    private static Html Delays(ProcedureVersion procedure, Regime regime, Language language) => Html.Of($"""
        {Html.When(procedure.Regimes.Count > 1, () => Html.Of($"<h3>{language.Say(regime.Title)}</h3>"))}<ul>
        <li>{language.Say(
            $"Nous accusons réception dans les {DelayWords.Of(regime.Acknowledge, language)} suivant {ClockWords.Since(regime.ClockStart, language)}, sauf si la réponse est apportée dans ce délai.",
            $"We acknowledge within {DelayWords.Of(regime.Acknowledge, language)} of {ClockWords.Since(regime.ClockStart, language)}, unless the answer comes within that time.")}</li>
        <li>{language.Say(
            $"Nous répondons au maximum dans les {DelayWords.Of(regime.Respond, language)} suivant {ClockWords.Since(regime.ClockStart, language)}, sauf circonstances particulières dont vous seriez alors tenu informé.",
            $"We answer within {DelayWords.Of(regime.Respond, language)} of {ClockWords.Since(regime.ClockStart, language)} at most, unless special circumstances arise, of which you would be told.")}</li>
        {Html.When(regime.LongestExtension is not null, () => Html.Of($"<li>{language.Say($"Même alors, la réponse vient au plus tard dans les {DelayWords.Of(regime.LongestExtension!.Value, language)}.", $"Even then, the answer comes within {DelayWords.Of(regime.LongestExtension!.Value, language)}.")}</li>"))}</ul>
        """);

    private static Html Two(ProcedureVersion procedure, Language language)
    {
        Firm firm = procedure.Firm;
        return Html.Of($"""
            <section class="panel" aria-labelledby="level-2"><h2 id="level-2">{language.Say("2e niveau : le responsable du traitement des réclamations", "Level 2: the complaints manager")}</h2>
            <p>{language.Say(
                "Si la réponse de votre interlocuteur habituel ne vous satisfait pas, vous pouvez demander que votre réclamation soit étudiée de nouveau. Le responsable du traitement des réclamations, qui n’est pas la personne du niveau 1, vous répond par écrit.",
                "If the answer of your usual contact does not satisfy you, you can ask for your complaint to be studied again. The complaints manager, who is not the person of level 1, answers you in writing.")}</p>
            {Html.Each(procedure.Regimes, regime => Html.Of($"<p>{Html.When(procedure.Regimes.Count > 1, () => Html.Of($"<strong>{language.Say(regime.Title)}</strong> – "))}{language.Say(
                $"Réponse dans les {DelayWords.Of(regime.LevelTwo, language)} suivant cette demande.", $"Answer within {DelayWords.Of(regime.LevelTwo, language)} of that request.")}</p>"))}
            <dl class="facts"><div><dt>{language.Say("Par e-mail", "By e-mail")}</dt><dd>{FirmBlocks.ComplaintsMailbox(firm, language)}</dd></div>
            <div><dt>{language.Say("Par courrier", "By letter")}</dt><dd>{firm.Name}, {firm.PostalAddress}</dd></div>
            <div><dt>{language.Say("Par téléphone", "By telephone")}</dt><dd>{firm.Phone}</dd></div>
            <div><dt>{language.Say("En ligne", "Online")}</dt><dd>{language.Say("depuis votre page de suivi", "from your follow-up page")}</dd></div></dl></section>
            """);
    }

    private static Html Three(ProcedureVersion procedure, Language language) => Html.Of($"""
        <section class="panel" aria-labelledby="level-3"><h2 id="level-3">{language.Say("3e niveau : le médiateur", "Level 3: the mediator")}</h2>
        <p>{language.Say(
            "En l’absence de réponse dans les deux mois de votre réclamation initiale, ou si vous n’êtes toujours pas satisfait de la suite donnée par le niveau précédent, vous pouvez saisir gratuitement le médiateur, à condition qu’aucune action judiciaire n’ait été engagée, et dans l’année qui suit votre réclamation écrite.",
            "Without an answer within two months of your initial complaint, or if you are still not satisfied with what the previous level did, you may turn to the mediator free of charge, as long as no court action has been started, and within a year of your written complaint.")}</p>
        {FirmBlocks.Mediator(procedure.Mediator, language)}</section>
        """);
}
