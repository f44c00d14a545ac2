using ComplaintFlow.Domain.Complaints;
using ComplaintFlow.Domain.Procedure;
using ComplaintFlow.Functions.Markup;

namespace ComplaintFlow.Functions.Pages;

/// <summary>What the file holds: persons, words, facts, documents, drafts.</summary>
internal static class StaffFile
{
    public static Html Words(StaffPageModel model) => Html.Of($"""
        <section aria-labelledby="words"><h2 id="words">Ce qu’écrit le client</h2>
        {(model.Dossier.Description is null ? Html.Of($"<p>Le texte a été effacé.</p>") : Html.Of($"""<div class="quote" lang="{model.Complaint.Language.Code()}">{Typed.Block(model.Dossier.Description)}</div>{MailFold.Render(model.Dossier.Mail, Language.French)}"""))}</section>
        """);

    public static Html Persons(StaffPageModel model) => Html.Of($"""
        <section class="panel" aria-labelledby="person"><h2 id="person">Réclamant</h2>
        {(model.Dossier.Complainant is { } complainant ? Facts([
            ("Nom", complainant.Name),
            ("E-mail", complainant.Email),
            ("Téléphone", complainant.Phone),
            ("Adresse postale", complainant.PostalAddress),
            ("Numéro de client", complainant.ClientNumber),
            ("Qualité", Pages.Words.Of(model.Complaint.Kind).Fr)]) : Html.Of($"<p>Les données personnelles ont été effacées.</p>"))}
        {Html.When(model.Dossier.Representative is not null, () => Html.Of($"""
        <h3>Représentant</h3>
        {Facts([("Nom", model.Dossier.Representative!.Name), ("E-mail", model.Dossier.Representative.Email), ("À quel titre", model.Dossier.Representative.Capacity)])}
        """))}</section>
        """);

    public static Html Facts(StaffPageModel model)
    {
        Complaint complaint = model.Complaint;
        Classified? classified = complaint.Classification;
        return Html.Of($"""
            <section class="panel" aria-labelledby="facts"><h2 id="facts">Dossier</h2>
            {Facts([
                ("En charge", Pages.Words.NameOf(model.Directory, complaint.Handler) ?? complaint.Handler),
                ("Arrivée", Pages.Words.Of(complaint.Channel).Fr),
                ("Envoyée le", Day(complaint.SentOn)),
                ("Reçue le", Day(complaint.ReceivedOn)),
                ("Écrite le", complaint.WrittenOn is { } written ? Day(written) : "pas encore d’écrit"),
                ("Enregistrée le", Day(complaint.EnteredOn)),
                ("Contrat", model.Dossier.Contract),
                ("Produit", complaint.Product),
                ("Procédure", model.Procedure.FindRegime(complaint.Terms.Regime)?.Title.Fr ?? complaint.Terms.Regime),
                ("Motif", classified?.Reason),
                ("Cause", classified?.RootCause),
                ("Réparation", classified?.Redress),
                ("Jointe à", complaint.MergedInto)])}</section>
            """);
    }

    public static Html Attachments(StaffPageModel model) => Html.Of($"""
        <section class="panel" aria-labelledby="documents"><h2 id="documents">Documents</h2>
        {(model.Complaint.Attachments.Count == 0 ? Html.Of($"<p>Aucun document.</p>") : Html.Of($"""
        <ul class="files">{Html.Each(model.Complaint.Attachments, file => Html.Of($"""
        <li><a href="?attachment={Uri.EscapeDataString(file.Id)}">{Typed.Inline(model.Dossier.FileNames.GetValueOrDefault(file.Id, file.Id))}</a> <span class="hint">{Typed.Size(file.Size, french: true)}</span></li>
        """))}</ul>
        """))}</section>
        """);

    /// <summary>The drafts, latest first; only the latest has a state that still matters.</summary>
    public static Html Drafts(StaffPageModel model) => Html.When(model.Dossier.DraftTexts.Count > 0, () => Html.Of($"""
        <section aria-labelledby="drafts"><h2 id="drafts">Projets de réponse</h2>
        {Html.Each(model.Dossier.DraftTexts.OrderByDescending(draft => draft.Key), draft => Html.Of($"""
        <details class="fold draft"><summary>Projet n° {draft.Key} – {StateOf(draft.Key, model.Complaint)}</summary>{Typed.Block(draft.Value)}</details>
        """))}</section>
        """));

    private static string StateOf(int number, Complaint complaint) =>
        complaint.Answers.FirstOrDefault(answer => answer.Draft == number) is { } answer ? $"envoyé le {Day(answer.On)}"
        : complaint.Draft is { } draft && draft.Number == number ? Pages.Words.Of(draft.State).Fr
        : "remplacé";

    private static Html Facts(IEnumerable<(string Title, string? Text)> facts) => Html.Of($"""
        <dl class="facts">{Html.Each(facts.Where(fact => !string.IsNullOrEmpty(fact.Text)), fact => Html.Of($"""<div><dt>{fact.Title}</dt><dd class="typed">{fact.Text}</dd></div>"""))}</dl>
        """);

    private static string Day(DateOnly date) => CivilDateText.WithoutDayName(date, Language.French);
}
