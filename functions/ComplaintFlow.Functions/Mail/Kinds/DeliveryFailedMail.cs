using ComplaintFlow.Domain.Complaints;

namespace ComplaintFlow.Functions.Mail.Kinds;

/// <summary>To the handler: a mail to the client did not arrive.</summary>
internal static class DeliveryFailedMail
{
    public static MailContent Compose(MailMaterial mail)
    {
        string what = MailWords.Of(mail.Fact<MailFailed>().Kind);
        MailDraft draft = StaffMail.Open(mail, "un e-mail n’est pas arrivé");
        draft.Say($"Le réclamant n’a pas reçu {what} : l’e-mail n’a pas pu être remis.");
        if (mail.Complaint.AcknowledgementLetterPending)
        {
            draft.Say("L’accusé de réception est à envoyer par lettre : elle est prête à imprimer sur la page de la réclamation. Notez-y le jour où elle part.");
        }

        return draft
            .Say("Appelez-le ou écrivez-lui par lettre ; si l’adresse est fausse, corrigez-la, puis faites renvoyer l’e-mail.")
            .Summary(
                mail,
                [
                    draft.Typed("Adresse", null, mail.Dossier.Email),
                    draft.Typed("Téléphone", null, mail.Dossier.Complainant?.Phone),
                    draft.Typed("Adresse postale", null, mail.Dossier.Complainant?.PostalAddress?.ReplaceLineEndings(", ")),
                    draft.Typed("Motif du refus", null, mail.Line.Private?.Text),
                    .. draft.Owed(mail),
                ])
            .CloseForStaff(mail);
    }
}
