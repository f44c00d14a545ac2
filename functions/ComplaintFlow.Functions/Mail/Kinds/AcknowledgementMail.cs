using ComplaintFlow.Domain.Complaints;
using ComplaintFlow.Domain.Procedure;

namespace ComplaintFlow.Functions.Mail.Kinds;

/// <summary>To the client, once: what was received, who treats it, until when, and how it goes on.</summary>
internal static class AcknowledgementMail
{
    public static MailContent Compose(MailMaterial mail)
    {
        Complaint complaint = mail.Complaint;
        MailDraft draft = ClientMail.Open(mail, "accusé de réception", "acknowledgement of receipt");
        string handler = mail.NameOf(complaint.Handler);
        string respondBy = mail.Day(complaint.RespondByExtended);
        return draft
            .Say(
                "Nous avons bien reçu votre réclamation. En voici l’accusé de réception, à conserver.",
                "We have received your complaint. This is its acknowledgement; please keep it.")
            .Facts(
                draft.Row("Référence", "Reference", mail.Reference),
                draft.Row("Reçue le", "Received on", mail.Day(complaint.ReceivedOn)),
                draft.Row("Accusé de réception le", "Acknowledged on", mail.Day(complaint.AcknowledgedOn ?? mail.Today)),
                draft.Typed("Objet", "Subject", mail.Dossier.Subject),
                draft.Row("Suivie par", "Handled by", handler),
                draft.Row("Réponse au plus tard le", "Answer by", respondBy))
            .Quote(
                mail.Dossier.Description,
                complaint.IsOral ? "Ce que vous nous avez dit, tel que nous l’avons noté" : "Ce que vous nous avez écrit",
                complaint.IsOral ? "What you told us, as we wrote it down" : "What you wrote to us")
            .Heading("Comment la suite se passe", "What happens next")
            .Say(
                $"Votre réclamation est étudiée par {handler}. Si la date annoncée ne pouvait pas être tenue, nous vous en dirions la raison et la nouvelle date avant qu’elle ne passe. Vous recevrez une réponse au plus tard le {respondBy}.",
                $"Your complaint is being studied by {handler}. Should we be unable to keep the date announced, we would tell you the reason and the new date before it passes. You will have an answer by {respondBy}.")
            .Say(Remedies.LevelTwo(mail.Firm).Fr, Remedies.LevelTwo(mail.Firm).En)
            .Say(Remedies.Mediator(mail.Procedure.Mediator).Fr, Remedies.Mediator(mail.Procedure.Mediator).En)
            .FollowUp(mail)
            .Privacy(mail)
            .Sign(mail);
    }

    private static MailDraft Privacy(this MailDraft draft, MailMaterial mail)
    {
        PrivacyNotice notice = mail.Procedure.Privacy;
        Language language = mail.Language;
        return draft
            .Heading("Vos données personnelles", "Your personal data")
            .Facts(
                draft.Row("Responsable du traitement", "Controller", notice.Controller),
                draft.Row("Finalité", "Purpose", notice.Purpose.In(language)),
                draft.Row("Base légale", "Legal basis", notice.Basis.In(language)),
                draft.Row(
                    "Durée de conservation",
                    "Kept",
                    language == Language.French
                        ? $"tant que la réclamation est ouverte, puis {notice.RetentionYears} an{(notice.RetentionYears > 1 ? "s" : "")} après sa clôture"
                        : $"while the complaint is open, then {notice.RetentionYears} year{(notice.RetentionYears > 1 ? "s" : "")} after it is closed"),
                draft.Row("Vos droits", "Your rights", notice.Rights.In(language)),
                draft.Row("Contact", "Contact", notice.Contact));
    }
}
