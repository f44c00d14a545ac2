using ComplaintFlow.Domain.Complaints;

namespace ComplaintFlow.Functions.Mail.Kinds;

/// <summary>To the handler: a complaint to treat, with its dates.</summary>
internal static class AssignmentMail
{
    public static MailContent Compose(MailMaterial mail)
    {
        Complaint complaint = mail.Complaint;
        Dossier dossier = mail.Dossier;
        MailDraft draft = StaffMail.Open(mail, "à traiter");
        bool standsIn = !string.Equals(mail.To.StaffEmail, complaint.Handler, StringComparison.OrdinalIgnoreCase);
        if (mail.Line.Fact is Assigned && mail.Line.Actor.Kind == ActorKind.Staff)
        {
            draft.Say($"Cette réclamation vous est confiée par {mail.NameOf(mail.Line.Actor.Email!)}.").Quote(mail.Line.Private?.Text);
        }
        else
        {
            draft.Say("Cette réclamation vous est confiée.");
        }

        if (standsIn)
        {
            draft.Say($"Vous la recevez à la place de {mail.NameOf(complaint.Handler)}, qui n’est pas disponible.");
        }

        if (!complaint.ClientHasEmail && complaint.AcknowledgedOn is null)
        {
            draft.Say("Le réclamant n’a pas d’adresse e-mail : l’accusé de réception est à envoyer par lettre.");
        }

        return draft
            .Summary(
                mail,
                [
                    draft.Row("Arrivée par", null, MailWords.Of(complaint.Channel)),
                    draft.Typed("Contrat", null, dossier.Contract),
                    draft.Typed("Produit", null, complaint.Product),
                    draft.Typed("E-mail", null, dossier.Email),
                    draft.Typed("Téléphone", null, dossier.Complainant?.Phone),
                    .. draft.Owed(mail),
                ])
            .ClientWords(mail)
            .CloseForStaff(mail);
    }
}
