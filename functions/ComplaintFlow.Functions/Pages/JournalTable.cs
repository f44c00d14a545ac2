using ComplaintFlow.Domain.Complaints;
using ComplaintFlow.Domain.Procedure;
using ComplaintFlow.Functions.Markup;

namespace ComplaintFlow.Functions.Pages;

/// <summary>The whole journal for the firm: when, who, what, and the words.</summary>
internal static class JournalTable
{
    public static Html Render(StaffPageModel model) => Html.Of($"""
        <section aria-labelledby="journal"><h2 id="journal">Journal</h2>
        <table class="cards"><thead><tr><th scope="col">Quand</th><th scope="col">Qui</th><th scope="col">Quoi</th><th scope="col">Texte</th></tr></thead>
        <tbody>{Html.Each(model.Journal.Reverse(), line => Html.Of($"""
        <tr><td data-label="Quand">{PageDates.Instant(line.At, Language.French)}</td><td data-label="Qui">{Words.Of(line.Actor, model.Directory)}</td><td data-label="Quoi">{Words.Of(line.Fact, model.Directory)}</td><td data-label="Texte">{TextOf(line)}</td></tr>
        """))}</tbody></table></section>
        """);

    /// <summary>The words of a receipt and of a draft stand above, in full.</summary>
    private static Html TextOf(JournalLine line) => line switch
    {
        { Fact: Classified classified } => Typed.Block(string.Join("\n", new[] { classified.Product, classified.Reason, classified.RootCause, classified.Redress }.Where(part => part is not null))),
        { Private: null } => Html.Empty,
        { Fact: Drafted } => Html.Of($"<a href=\"#drafts\">voir le projet</a>"),
        { Private: { } part } => Html.Of($"{Typed.Block(part.To)}{Typed.Block(part.FileName)}{Typed.Block(part.MediatorReference)}{Typed.Folded(part.Text, "Lire le texte")}{Html.When(line.Fact is MessageReceived, () => MailFold.Render(part.Mail, Language.French))}"),
    };
}
