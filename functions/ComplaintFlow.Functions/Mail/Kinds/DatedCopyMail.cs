using ComplaintFlow.Domain.Complaints;

namespace ComplaintFlow.Functions.Mail.Kinds;

/// <summary>To the client whose oral complaint is in writing: the text with its date.</summary>
internal static class DatedCopyMail
{
    public static MailContent Compose(MailMaterial mail)
    {
        Complaint complaint = mail.Complaint;
        MailDraft draft = ClientMail.Open(mail, "copie datée", "dated copy");
        string written = mail.Day(complaint.WrittenOn ?? complaint.ReceivedOn);
        return draft
            .Say(
                $"Voici la copie de votre réclamation, mise par écrit le {written}. Conservez-la : cette date fait foi pour la suite.",
                $"This is the copy of your complaint, put in writing on {written}. Please keep it: that date counts for what follows.")
            .Facts(
                draft.Row("Référence", "Reference", mail.Reference),
                draft.Row("Reçue le", "Received on", mail.Day(complaint.ReceivedOn)),
                draft.Row("Mise par écrit le", "In writing on", written),
                draft.Typed("Objet", "Subject", mail.Dossier.Subject),
                draft.Typed("Contrat", "Contract", mail.Dossier.Contract))
            .Quote(mail.Dossier.Description, "Votre réclamation", "Your complaint")
            .Say(
                "Si un point n’est pas exact, dites-le-nous : nous le corrigerons.",
                "If anything is not right, please tell us and we will correct it.")
            .CloseForClient(mail);
    }
}
