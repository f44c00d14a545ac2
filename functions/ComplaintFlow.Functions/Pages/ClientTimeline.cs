using ComplaintFlow.Domain.Complaints;
using ComplaintFlow.Domain.Procedure;
using ComplaintFlow.Functions.Markup;

namespace ComplaintFlow.Functions.Pages;

/// <summary>
/// What was exchanged, newest first, from the journal lines that concern the client. A fact that is not named here is
/// never shown: notes, drafts, approvals, reminders, classification and the reasons that staff wrote for themselves.
/// </summary>
internal static class ClientTimeline
{
    public static Html Render(ClientPageModel model)
    {
        Language language = model.Language;
        return Html.Of($"""
            <section aria-labelledby="exchanges"><h2 id="exchanges">{language.Say("Nos échanges", "What was exchanged")}</h2>
            <ol class="timeline" reversed>{Html.Each(model.Journal.Reverse().Select(line => (line, Entry: EntryOf(line, model))).Where(shown => shown.Entry is not null), shown => Html.Of($"""
            <li class="{(shown.line.Actor.Kind == ActorKind.Client ? "you" : "us")}"><p class="when">{PageDates.Instant(shown.line.At, language)}</p><h3>{shown.Entry!.Title}</h3>{shown.Entry.Body}</li>
            """))}</ol></section>
            """);
    }

    private static Entry? EntryOf(JournalLine line, ClientPageModel model)
    {
        Language language = model.Language;
        PrivatePart? words = line.Private;
        bool byClient = line.Actor.Kind == ActorKind.Client;
        return line.Fact switch
        {
            ComplaintReceived => new(language.Say("Réclamation reçue", "Complaint received"), Received(words, language)),
            Acknowledged f => On(language.Say("Nous avons accusé réception", "We acknowledged it"), f.On, language),
            Assigned f => new(language.Say($"Nouvel interlocuteur{Named(f.To, model, " : ")}", $"New contact{Named(f.To, model, ": ")}")),
            AnswerReleased f => new(language.Say("Notre réponse", "Our answer"), Answer(f, model)),
            CallRecorded => new(language.Say("Nous vous avons répondu au téléphone", "We answered you on the telephone")),
            Extended f => On(language.Say("Délai de réponse prolongé", "More time needed"), f.Until, language, Typed.Block(words?.Text), language.Say("Nouvelle date : ", "New date: ")),
            Escalated f => On(language.Say("Passage au niveau 2", "Taken to level 2"), f.Level2By, language, byClient ? Typed.Block(words?.Text) : Html.Empty, language.Say("Réponse au plus tard le ", "Answer by ")),
            Referred f => On(language.Say("Médiateur saisi", "Mediator asked"), f.On, language, MediatorCase(words, language)),
            MediatorDecided f => On(language.Say($"Fin de la médiation : {Words.Of(f.Outcome).Fr}", $"End of the mediation: {Words.Of(f.Outcome).En}"), f.On, language),
            CourtActionStarted f => On(language.Say("Action judiciaire engagée", "Court action started"), f.On, language),
            Transferred f => On(language.Say("Réclamation transmise", "Complaint passed on"), f.On, language, Typed.Block(words?.To)),
            MessageSent => new(language.Say("Notre message", "Our message"), Typed.Block(words?.Text)),
            MessageReceived => new(language.Say("Votre message", "Your message"), Html.Of($"{Typed.Block(words?.Text)}{MailFold.Render(words?.Mail, language)}")),
            AttachmentAdded f when line.Actor.Kind != ActorKind.Staff => new(language.Say("Document reçu", "Document received"), Document(f, words, language)),
            Corrected => new(language.Say("Informations corrigées", "Details corrected")),
            Absorbed f => new(language.Say($"Votre réclamation {f.From} a été jointe à celle-ci", $"Your complaint {f.From} was merged into this one")),
            ProcedureChanged => new(language.Say("Délais calculés selon une autre procédure", "Dates computed under another procedure")),
            MediatorInformed => new(language.Say("Les deux mois sont passés : vous pouvez saisir le médiateur", "Two months have passed: you may turn to the mediator")),
            Closed f => new(language.Say($"Réclamation close : {LowerFirst(Words.Of(f.Closure).Fr)}", $"Complaint closed: {LowerFirst(Words.Of(f.Closure).En)}"), byClient ? Typed.Block(words?.Text) : Html.Empty),
            Reopened => new(language.Say("Réclamation rouverte", "Complaint reopened")),
            _ => null,
        };
    }

    private static Html Received(PrivatePart? words, Language language) => words is null
        ? Html.Of($"<p>{language.Say("Le texte a été effacé.", "The text has been erased.")}</p>")
        : Html.Of($"<p class=\"subject\">{Typed.Inline(words.Subject)}</p>{Typed.Block(words.Description)}{MailFold.Render(words.Mail, language)}");

    /// <summary>The words sent, then how to go further with today's contacts.</summary>
    private static Html Answer(AnswerReleased fact, ClientPageModel model)
    {
        Language language = model.Language;
        int level = model.Complaint.Answers.FirstOrDefault(answer => answer.Draft == fact.Draft)?.Level ?? 1;
        AnswerDocument document = AnswerDocument.Compose(model.Dossier.DraftTexts.GetValueOrDefault(fact.Draft, ""), level, model.Procedure, language);
        return Html.Of($"""
            <p>{language.Say($"Par {Words.Of(fact.Channel).Fr}, le ", $"By {Words.Of(fact.Channel).En}, on ")}{PageDates.Day(fact.On, language)}</p>{AnswerBlock.Render(document, language)}
            """);
    }

    private static Html Document(AttachmentAdded fact, PrivatePart? words, Language language) =>
        Html.Of($"<p>{Typed.Inline(words?.FileName ?? fact.Id)} ({Typed.Size(fact.Size, language == Language.French)})</p>");

    private static Html MediatorCase(PrivatePart? words, Language language) => Html.When(words?.MediatorReference is not null, () =>
        Html.Of($"<p>{language.Say("Référence du médiateur : ", "The mediator’s reference: ")}{Typed.Inline(words!.MediatorReference)}</p>"));

    private static Entry On(string title, DateOnly date, Language language, Html words = default, string? before = null) =>
        new(title, Html.Of($"<p>{before ?? language.Say("Le ", "On ")}{PageDates.Day(date, language)}</p>{words}"));

    private static string Named(string email, ClientPageModel model, string before) =>
        Words.NameOf(model.Directory, email) is { } name ? before + name : "";

    private static string LowerFirst(string text) => char.ToLowerInvariant(text[0]) + text[1..];

    private sealed record Entry(string Title, Html Body = default);
}
