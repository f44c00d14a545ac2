using ComplaintFlow.Domain.Complaints;

namespace ComplaintFlow.Functions.Mail.Kinds;

/// <summary>To the manager, once per deadline that passed without what was promised.</summary>
internal static class DeadlineMissedMail
{
    public static MailContent Compose(MailMaterial mail)
    {
        DeadlineMissed missed = mail.Fact<DeadlineMissed>();
        string what = MailWords.Of(missed.Deadline);
        MailDraft draft = StaffMail.Open(mail, $"échéance manquée pour {what}");
        return draft
            .Say($"La date promise pour {what} est passée : c’était le {mail.Day(missed.Date)}, et rien n’est parti.")
            .Say("Voyez avec la personne qui suit cette réclamation ce qui la retient, ou confiez-la à quelqu’un d’autre.")
            .Summary(
                mail,
                [
                    draft.Row("Échéance", null, mail.Day(missed.Date)),
                    draft.Row("Suivie par", null, mail.NameOf(mail.Complaint.Handler)),
                    draft.Row("État", null, MailWords.Of(mail.Complaint.Status)),
                ])
            .CloseForStaff(mail);
    }
}
