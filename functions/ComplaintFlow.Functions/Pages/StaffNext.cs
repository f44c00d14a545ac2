using ComplaintFlow.Domain.Complaints;
using ComplaintFlow.Domain.Procedure;
using ComplaintFlow.Functions.Markup;

namespace ComplaintFlow.Functions.Pages;

/// <summary>The likely next step of this person, open and first.</summary>
internal static class StaffNext
{
    public static Html Render(StaffPageModel model)
    {
        IReadOnlyList<string> next = Actions(model);
        return Html.Of($"""
            <section class="panel next" aria-labelledby="next"><h2 id="next">À faire maintenant</h2>
            {Letters(model)}
            {Html.When(next.Count == 0, () => Html.Of($"<p>{LanguageWords.Fr(Nothing(model.Complaint))}</p>"))}
            {Html.When(next.Contains("approve"), () => ToApprove(model))}
            {Returned(model)}
            {Html.Each(StaffForms.All(model).Where(form => next.Contains(form.Action)).OrderBy(form => next.Index().First(act => act.Item == form.Action).Index), form => form.Render(Language.French, model.Rejected, open: true))}
            </section>
            """);
    }

    /// <summary>The acts that come first, in order; only those allowed.</summary>
    public static IReadOnlyList<string> Actions(StaffPageModel model)
    {
        Complaint complaint = model.Complaint;
        string[] likely = complaint switch
        {
            { Status: Status.Closed } => [],
            { Status: Status.InMediation } => ["mediator-outcome"],
            { Draft: { State: DraftState.Approved, Channel: AnswerChannel.Letter } } => ["record-sent"],
            { Draft: { State: DraftState.Approved, Channel: AnswerChannel.Phone } } => ["record-call"],
            { Status: Status.AwaitingApproval } => ["approve", "return"],
            { Status: Status.Answered } => ["close"],
            { AcknowledgementLetterPending: true } => ["record-sent", .. Answering(complaint)],
            { Status: Status.Received, AcknowledgementQueued: false } => ["acknowledge", .. Answering(complaint)],
            _ => Answering(complaint),
        };
        return [.. likely.Where(model.AllowedActions.Contains)];
    }

    private static string[] Answering(Complaint complaint) =>
        complaint.Draft is { State: DraftState.Draft } ? ["submit", "draft"] : ["draft"];

    private static string Nothing(Complaint complaint) => complaint.Status switch
    {
        Status.Closed => "Cette réclamation est close.",
        Status.AwaitingApproval => "La réponse attend une approbation.",
        Status.Answered => "Une réponse est partie : rien n’est attendu du cabinet pour l’instant.",
        Status.InMediation => "Le médiateur étudie le dossier.",
        Status.Received or Status.Acknowledged => "La réponse est préparée par la personne en charge.",
        _ => throw new InvalidOperationException($"No words for {complaint.Status}."),
    };

    private static Html Letters(StaffPageModel model) => Html.Of($"""
        {Html.When(model.Complaint.Draft is { State: DraftState.Approved, Channel: AnswerChannel.Letter }, Letter("answer", "Imprimer la lettre de réponse"))}{Html.When(
        model.Complaint.AcknowledgementLetterPending, Letter("acknowledgement", "Imprimer l’accusé de réception"))}{Html.When(
        model.Complaint is { MediatorInformed: true, ClientHasEmail: false, IsOpen: true, Status: not Status.InMediation }, Letter("mediator-information", "Imprimer la lettre d’information sur le médiateur"))}
        """);

    private static Html Letter(string kind, string text) => Html.Of($"<p><a class=\"button\" href=\"?letter={kind}\">{text}</a></p>");

    /// <summary>The complete answer as it would leave today.</summary>
    private static Html ToApprove(StaffPageModel model)
    {
        Complaint complaint = model.Complaint;
        int number = model.Draft ?? complaint.Draft?.Number ?? 0;
        AnswerDocument document = AnswerDocument.Compose(
            model.Dossier.DraftTexts.GetValueOrDefault(number, ""), complaint.Level, model.Procedure, complaint.Language);
        string author = complaint.Draft is { } draft ? Name(draft.Author) : "";
        return Html.Of($"""
            <h3>La réponse telle qu’elle partira</h3>
            <p class="hint">Projet n° {number}, rédigé par {author}{Html.When(complaint.Draft is not null, () => Html.Of($", envoi par {Words.Of(complaint.Draft!.Channel).Fr}"))}</p>
            <div lang="{complaint.Language.Code()}">{AnswerBlock.Render(document, complaint.Language)}</div>
            """);

        string Name(string email) => Words.NameOf(model.Directory, email) ?? email;
    }

    private static Html Returned(StaffPageModel model) => Html.When(model.Complaint.Draft is { State: DraftState.Returned }, () => Html.Of($"""
        <div class="flash refused"><p>{LanguageWords.Fr("Le projet a été retourné :")}</p>{Typed.Block(model.Journal.LastOrDefault(line => line.Fact is Returned)?.Private?.Text)}</div>
        """));
}
