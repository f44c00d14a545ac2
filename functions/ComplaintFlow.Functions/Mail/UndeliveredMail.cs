using ComplaintFlow.Domain.Complaints;

namespace ComplaintFlow.Functions.Mail;

/// <summary>To the manager: an address takes no mail, neither this one nor those about complaints.</summary>
/// <param name="Failed">The mail that came back, or that the server refused.</param>
/// <param name="Reason">What the other side said; from outside.</param>
/// <param name="IsOfStaff">Whether the address is one of the directory.</param>
/// <param name="DeskLink">Absolute.</param>
public sealed record UndeliveredMail(SentDirectMail Failed, string Reason, bool IsOfStaff, string DeskLink)
{
    public MailContent Compose()
    {
        MailDraft draft = new(Domain.Procedure.Language.French, "Réclamations : un e-mail n’a pas été remis");
        return draft
            .Say("Bonjour,")
            .Say("Un e-mail du programme n’est pas arrivé à son destinataire.")
            .Facts(
                draft.Row("E-mail", null, Failed.Kind == MailKind.WaitingMail ? "envois à examiner" : IsOfStaff ? "lien de connexion" : "nouveau lien vers une réclamation"),
                draft.Typed("Destinataire", null, Failed.To),
                draft.Typed("Raison", null, Reason))
            .Say(IsOfStaff
                ? "Tant que l’adresse n’est pas corrigée dans l’annuaire ou la boîte remise en service, cette personne ne reçoit ni rappel ni lien."
                : "Joignez cette personne autrement, et corrigez l’adresse de sa réclamation.")
            .Link(DeskLink, "Ouvrir le bureau")
            .Done();
    }
}
