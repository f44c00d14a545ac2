using ComplaintFlow.Domain.Complaints;
using ComplaintFlow.Domain.Procedure;
using ComplaintFlow.Functions.Markup;

namespace ComplaintFlow.Functions.Pages;

/// <summary>The client's page, <c>/c/{token}</c>: where the complaint stands, its dates, what was exchanged, what can be done.</summary>
public static class ClientPage
{
    public static Html Render(ClientPageModel model)
    {
        Language language = model.Language;
        return Layout.Page(language.Say($"Réclamation {model.Reference}", $"Complaint {model.Reference}"), language, model.Procedure.Firm, Html.Of($"""
            {model.Flash?.Render(language) ?? Html.Empty}
            <p class="kicker">{language.Say("Votre réclamation", "Your complaint")} <strong class="reference">{model.Reference}</strong></p>
            <h1>{(string.IsNullOrWhiteSpace(model.Dossier.Subject) ? Html.Text(language.Say("Suivi de votre réclamation", "Following your complaint")) : Typed.Inline(model.Dossier.Subject))}</h1>
            {Where(model)}
            {ClientSteps.Render(model)}
            {ClientTimeline.Render(model)}
            {ClientForms.Render(model)}
            {MediatorRoad(model)}
            {FirmBlocks.Privacy(model.Procedure, language)}
            """));
    }

    private static Html Where(ClientPageModel model)
    {
        Language language = model.Language;
        Complaint complaint = model.Complaint;
        return Html.Of($"""
            <section class="panel where" aria-labelledby="where"><h2 id="where">{language.Say("Où en est votre réclamation", "Where your complaint stands")}</h2>
            <p><span class="tag {WireName.Of(complaint.Status == Status.AwaitingApproval ? Status.Acknowledged : complaint.Status)}">{language.Say(Words.ForClient(complaint.Status))}</span></p>
            <p class="now">{Now(model)}</p>
            <dl class="facts"><div><dt>{language.Say("Niveau", "Level")}</dt><dd>{language.Say(Words.Level(complaint.Level))}</dd></div>
            <div><dt>{language.Say("Suivie par", "Handled by")}</dt><dd>{HandledBy(model)}</dd></div></dl>
            {Html.When(model.AllowedActions.Count > 0, () => Html.Of($"""<p><a href="#do">{language.Say("Écrire, ajouter un document, aller plus loin", "Write, add a document, go further")}</a></p>"""))}
            </section>
            """);
    }

    private static string Now(ClientPageModel model) => model.Complaint.Status switch
    {
        Status.Received => model.Language.Say("Nous avons reçu votre réclamation. Elle est entre les mains de votre interlocuteur habituel.", "We have received your complaint. It is in the hands of your usual contact."),
        Status.Acknowledged or Status.AwaitingApproval when model.Complaint.Level >= 2 => model.Language.Say("Le responsable du traitement des réclamations étudie de nouveau votre dossier. Il vous répondra par écrit.", "The complaints manager is studying your case again, and will answer you in writing."),
        Status.Acknowledged or Status.AwaitingApproval => model.Language.Say("Nous étudions votre réclamation.", "We are studying your complaint."),
        Status.Answered => model.Language.Say("Nous vous avons répondu. Notre réponse se trouve plus bas, dans les échanges.", "We have answered. You will find our answer below, among the exchanges."),
        Status.InMediation => model.Language.Say("Le médiateur étudie votre dossier.", "The mediator is studying your case."),
        Status.Closed when model.Complaint.Closure is { } closure => $"{model.Language.Say(Words.Of(closure))}{(model.Complaint.MergedInto is { } into ? $" ({into})" : "")}.",
        Status.Closed => model.Language.Say("Votre réclamation est close.", "Your complaint is closed."),
        _ => throw new InvalidOperationException($"No words for {model.Complaint.Status}."),
    };

    private static string HandledBy(ClientPageModel model) => model.Complaint.Level switch
    {
        3 => model.Procedure.Mediator.Name,
        2 => Words.NameOf(model.Directory, model.Complaint.Handler) ?? model.Language.Say("le responsable du traitement des réclamations", "the complaints manager"),
        _ => Words.NameOf(model.Directory, model.Complaint.Handler) ?? model.Language.Say("votre interlocuteur habituel", "your usual contact"),
    };

    private static Html MediatorRoad(ClientPageModel model)
    {
        Language language = model.Language;
        Complaint complaint = model.Complaint;
        DateOnly? until = complaint.Dates.MediatorUntil;
        return Html.Of($"""
            <section aria-labelledby="mediator"><h2 id="mediator">{language.Say("Le médiateur", "The mediator")}</h2>
            {(complaint.CourtActionOn is { } court
                ? Html.Of($"<p>{language.Say("Une action judiciaire a été engagée le ", "A court action was started on ")}{PageDates.Day(court, language)}{language.Say(" : le médiateur ne peut plus être saisi.", ": the mediator can no longer be asked.")}</p>")
                : Html.Of($"<p>{language.Say(Remedies.Mediator(model.Procedure.Mediator))}</p>"))}
            {Html.When(complaint.CourtActionOn is null, () => Html.Of($"""
            <dl class="facts"><div><dt>{language.Say("Faute de réponse, à partir du", "Without an answer, from")}</dt><dd>{PageDates.Day(complaint.Dates.MediatorFrom, language)}</dd></div>
            <div><dt>{language.Say("Jusqu’au", "Until")}</dt><dd>{(until is { } last ? Html.Of($"{PageDates.Day(last, language)}{language.Say(" inclus", " inclusive")}") : Html.Text(language.Say("L’année pour saisir le médiateur commence quand votre réclamation est écrite.", "The year in which to go to the mediator starts when your complaint is in writing.")))}</dd></div></dl>
            {FirmBlocks.Mediator(model.Procedure.Mediator, language)}
            """))}
            </section>
            """);
    }
}
