using ComplaintFlow.Domain.Complaints;
using ComplaintFlow.Domain.Procedure;

namespace ComplaintFlow.Functions.Mail.Kinds;

/// <summary>To the handler, when the client has no e-mail address: the letter on the mediator to send.</summary>
internal static class MediatorLetterMail
{
    public static MailContent Compose(MailMaterial mail)
    {
        MailDraft draft = StaffMail.Open(mail, "lettre sur le médiateur à envoyer");
        draft
            .Say("Plus de deux mois ont passé sans réponse. Le réclamant doit savoir qu’il peut saisir le médiateur, et n’a pas d’adresse e-mail : merci de lui envoyer aujourd’hui la lettre ci-dessous.")
            .Summary(mail, [draft.Typed("Adresse postale", null, mail.Dossier.Complainant?.PostalAddress?.ReplaceLineEndings(", "))])
            .Heading("Texte de la lettre");
        return (mail.Complaint.Language == Language.English ? draft.InEnglish(english => english.MediatorText(mail)) : draft.MediatorText(mail))
            .CloseForStaff(mail);
    }
}
