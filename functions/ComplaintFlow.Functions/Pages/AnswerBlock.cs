using ComplaintFlow.Domain.Complaints;
using ComplaintFlow.Domain.Procedure;
using ComplaintFlow.Functions.Markup;

namespace ComplaintFlow.Functions.Pages;

/// <summary>A complete answer: the words, then the ways to level 2 and to the mediator.</summary>
internal static class AnswerBlock
{
    public static Html Render(AnswerDocument document, Language language) => Html.Of($"""
        <div class="answer">{(document.Text.Length == 0 ? Html.Of($"<p>{language.Say("Le texte a été effacé.", "The text has been erased.")}</p>") : Typed.Block(document.Text))}<div class="remedies">{Way(document.LevelTwoWay, language)}{Way(document.MediatorWay, language)}</div></div>
        """);

    private static Html Way(string? way, Language language) =>
        Html.When(way is not null, () => Html.Of($"<p>{language.Say(way!, way!)}</p>"));
}
