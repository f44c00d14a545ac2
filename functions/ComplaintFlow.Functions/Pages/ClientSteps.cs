using ComplaintFlow.Domain.Complaints;
using ComplaintFlow.Domain.Procedure;
using ComplaintFlow.Functions.Markup;

namespace ComplaintFlow.Functions.Pages;

/// <summary>The stages of a complaint with what was promised and what was done, dates in words.</summary>
internal static class ClientSteps
{
    public static Html Render(ClientPageModel model)
    {
        Language language = model.Language;
        return Html.Of($"""
            <section aria-labelledby="steps"><h2 id="steps">{language.Say("Les étapes et les dates", "Stages and dates")}</h2>
            <ol class="steps">{Html.Each(Steps(model), step => Html.Of($"""
            <li class="{(step.Done ? "done" : "todo")}"><strong>{step.Title}</strong><span>{step.Text}</span></li>
            """))}</ol></section>
            """);
    }

    private static IEnumerable<Step> Steps(ClientPageModel model)
    {
        Language language = model.Language;
        Complaint complaint = model.Complaint;
        yield return new(true, language.Say("Reçue", "Received"), PageDates.Day(complaint.ReceivedOn, language));
        yield return Acknowledgement(model);
        yield return Answer(model, level: 1);
        if (complaint.Level2RequestedOn is not null)
        {
            yield return Answer(model, level: 2);
        }

        if (complaint.ReferredOn is { } referred)
        {
            yield return new(true, language.Say("Médiateur saisi", "Mediator asked"), PageDates.Day(referred, language));
        }

        if (complaint.ClosedOn is { } closed)
        {
            yield return new(true, language.Say("Close", "Closed"), PageDates.Day(closed, language));
        }
    }

    private static Step Acknowledgement(ClientPageModel model)
    {
        (Complaint complaint, Language language) = (model.Complaint, model.Language);
        string title = language.Say("Accusé de réception", "Acknowledgement");
        return complaint switch
        {
            { AcknowledgedOn: { } on } => new(true, title, Kept(on, complaint.Dates.AcknowledgeBy, language)),
            { Answers.Count: > 0 } => new(true, title, Html.Text(language.Say("remplacé par notre réponse", "replaced by our answer"))),
            { IsOpen: false } => new(true, title, Html.Text("–")),
            _ => new(false, title, By(complaint.Dates.AcknowledgeBy, model)),
        };
    }

    private static Step Answer(ClientPageModel model, int level)
    {
        (Complaint complaint, Language language) = (model.Complaint, model.Language);
        string title = level == 1 ? language.Say("Réponse", "Answer") : language.Say("Réponse de niveau 2", "Level-2 answer");
        ReleasedAnswer? answer = complaint.Answers.FirstOrDefault(given => given.Level == level);
        if (answer is not null)
        {
            DateOnly promised = level == 1 ? complaint.RespondByExtended : complaint.Level2By ?? answer.On;
            return new(true, title, Kept(answer.On, promised, language));
        }

        if (!complaint.IsOpen || complaint.Level > level)
        {
            return new(true, title, Html.Text(language.Say("sans réponse à ce niveau", "no answer at this level")));
        }

        DateOnly due = level == 1 ? complaint.RespondByExtended : complaint.Level2By!.Value;
        return new(false, title, level == 1 && complaint.ExtendedTo is not null
            ? Html.Of($"{By(due, model)} {language.Say("(délai prolongé ; d’abord prévu le ", "(extended; first promised by ")}{PageDates.Day(complaint.Dates.RespondBy, language)})")
            : By(due, model));
    }

    private static Html Kept(DateOnly on, DateOnly promised, Language language) => Html.Of(
        $"{PageDates.Day(on, language)} <span class=\"promised\">{language.Say("(promis pour le ", "(promised by ")}{PageDates.ShortDay(promised, language)})</span>");

    /// <summary>A promise that was not kept says so.</summary>
    private static Html By(DateOnly due, ClientPageModel model) => model.Today > due
        ? Html.Of($"{model.Language.Say("promis pour le ", "promised by ")}{PageDates.Day(due, model.Language)} <em>{model.Language.Say("(en retard)", "(late)")}</em>")
        : Html.Of($"{model.Language.Say("au plus tard le ", "by ")}{PageDates.Day(due, model.Language)}");

    private sealed record Step(bool Done, string Title, Html Text);
}
