using ComplaintFlow.Domain.Procedure;

namespace ComplaintFlow.Functions.Mail;

/// <summary>To the manager: mails that arrive in a mailbox are not read, and why.</summary>
/// <param name="Procedure">The version in force.</param>
/// <param name="Mailbox">Its name in the settings.</param>
/// <param name="User">Its user, mostly its address.</param>
/// <param name="Since">The first reading that failed; shown in the firm's zone.</param>
/// <param name="Fault">French, one line.</param>
public sealed record MailboxUnreadMail(ProcedureVersion Procedure, string Mailbox, string User, DateTimeOffset Since, string Fault)
{
    public MailContent Compose()
    {
        DateTimeOffset since = Procedure.CivilTime.InZone(Since);
        MailDraft draft = new(Language.French, $"Réclamations : la boîte « {Mailbox} » n’est plus lue");
        return draft
            .Say("Bonjour,")
            .Say("Le programme ne peut plus lire une boîte aux lettres. Les réclamations qui y arrivent ne sont pas enregistrées, et leur délai court.")
            .Facts(
                draft.Row("Boîte", null, $"{Mailbox} ({User})"),
                draft.Row("Depuis le", null, $"{CivilDateText.Long(DateOnly.FromDateTime(since.DateTime), Language.French)} à {since.Hour}\u00A0h\u00A0{since.Minute:00}"),
                draft.Typed("Cause", null, Fault))
            .Say("Faites rétablir l’accès par la personne qui s’occupe de votre messagerie, et lisez cette boîte vous-même en attendant. Rien n’est perdu : les messages y restent, et seront enregistrés à la date de leur arrivée.")
            .Note("Ce message est renvoyé une fois par jour tant que la boîte n’est pas lue.")
            .Done();
    }
}
