using ComplaintFlow.Domain.Complaints;
using ComplaintFlow.Domain.Procedure;
using ComplaintFlow.Functions.Markup;

namespace ComplaintFlow.Functions.Pages;

/// <summary>A letter on the firm's paper, made to be printed: nothing else is on the sheet.</summary>
public static class LetterPage
{
    /// <exception cref="ArgumentException">An answer without its text.</exception>
    public static Html Render(LetterModel model)
    {
        Language language = model.Complaint.Language;
        Firm firm = model.Procedure.Firm;
        string title = Title(model.Kind, language);
        return Html.Of($"""
            <!doctype html>
            <html lang="{language.Code()}">
            {Layout.Head($"{title} – {model.Reference}", index: false)}
            <body class="letter">
            <aside class="print-hint" lang="fr" aria-label="Impression"><p>{LanguageWords.Fr("Pour imprimer : commande « Imprimer » du navigateur. Après l’envoi, enregistrez la date sur la page de la réclamation.")}</p></aside>
            <main id="main" class="sheet">
            <header><p class="firm">{firm.Name}</p><address>{firm.PostalAddress}<br>{firm.Phone}<br>{firm.ComplaintsEmailAlias}<br>ORIAS {firm.OriasNumber}</address></header>
            <address class="to typed">{Address(model.Dossier)}</address>
            <p class="date">{language.Say("Le ", "")}{PageDates.ShortDay(model.Date, language)}</p>
            <p class="about">{language.Say("Référence : ", "Reference: ")}<strong>{model.Reference}</strong>{Html.When(!string.IsNullOrWhiteSpace(model.Dossier.Subject), () => Html.Of($"<br>{language.Say("Votre réclamation : ", "Your complaint: ")}{Typed.Inline(model.Dossier.Subject)}"))}</p>
            <h1>{title}</h1>
            {Body(model, language)}
            <p class="signature">{model.SignedBy}<br>{firm.Name}</p>
            {Html.When(model.Kind == LetterKind.Acknowledgement, () => FirmBlocks.Privacy(model.Procedure, language))}
            </main>
            </body>
            </html>

            """);
    }

    private static string Title(LetterKind kind, Language language) => kind switch
    {
        LetterKind.Answer => language.Say("Réponse à votre réclamation", "Answer to your complaint"),
        LetterKind.Acknowledgement => language.Say("Accusé de réception de votre réclamation", "Acknowledgement of your complaint"),
        LetterKind.MediatorInformation => language.Say("Vous pouvez saisir le médiateur", "You may turn to the mediator"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a letter."),
    };

    private static Html Body(LetterModel model, Language language) => model.Kind switch
    {
        LetterKind.Answer => AnswerBlock.Render(model.Answer ?? throw new ArgumentException("An answer needs its text.", nameof(model)), language),
        LetterKind.Acknowledgement => Acknowledgement(model, language),
        LetterKind.MediatorInformation => MediatorInformation(model, language),
        _ => throw new ArgumentOutOfRangeException(nameof(model), model.Kind, "Not a letter."),
    };

    private static Html Acknowledgement(LetterModel model, Language language)
    {
        Complaint complaint = model.Complaint;
        return Html.Of($"""
            <p>{language.Say("Madame, Monsieur,", "Dear Sir or Madam,")}</p>
            <p>{language.Say("Nous avons bien reçu votre réclamation le ", "We received your complaint on ")}{PageDates.Day(complaint.ReceivedOn, language)}. {language.Say("Elle est confiée à votre interlocuteur habituel, qui vous répondra au plus tard le ", "Your usual contact is looking into it and will answer by ")}{PageDates.Day(complaint.RespondByExtended, language)}. {language.Say("Si des circonstances particulières nous en empêchaient, nous vous préviendrions avant cette date.", "Should special circumstances prevent it, we will tell you before that date.")}</p>
            {Html.When(complaint.IsOral, Html.Of($"<p>{language.Say("Vous nous l’avez adressée oralement : nous vous invitons à nous l’écrire, par courrier ou par e-mail.", "You made it orally: we invite you to put it in writing, by letter or by e-mail.")}</p>"))}
            <p>{language.Say(Remedies.LevelTwo(model.Procedure.Firm))}</p>
            <p>{language.Say(Remedies.Mediator(model.Procedure.Mediator))}</p>
            """);
    }

    private static Html MediatorInformation(LetterModel model, Language language)
    {
        DateOnly? until = model.Complaint.Dates.MediatorUntil;
        return Html.Of($"""
            <p>{language.Say("Madame, Monsieur,", "Dear Sir or Madam,")}</p>
            <p>{language.Say("Deux mois se sont écoulés depuis votre réclamation du ", "Two months have passed since your complaint of ")}{PageDates.Day(model.Complaint.SentOn, language)}{language.Say(" sans que nous vous ayons répondu. Nous vous prions de nous en excuser ; nous poursuivons son étude.", " without an answer from us. Please accept our apologies; we go on studying it.")}</p>
            <p>{language.Say(Remedies.Mediator(model.Procedure.Mediator))}</p>
            {Html.When(until is not null, () => Html.Of($"<p>{language.Say("Vous pouvez le saisir jusqu’au ", "You may do so until ")}{PageDates.Day(until!.Value, language)}{language.Say(" inclus.", " inclusive.")}</p>"))}
            """);
    }

    /// <summary>To the complainant; a representative is named where there is one.</summary>
    private static Html Address(Dossier dossier) => Html.Of($"""
        {dossier.Complainant?.Name}{Html.When(dossier.Representative is not null, () => Html.Of($"<br>c/o {dossier.Representative!.Name}"))}<br>{dossier.Complainant?.PostalAddress}
        """);
}
