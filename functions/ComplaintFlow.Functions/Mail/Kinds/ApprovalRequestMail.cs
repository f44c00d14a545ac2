using ComplaintFlow.Domain.Complaints;

namespace ComplaintFlow.Functions.Mail.Kinds;

/// <summary>To the approver: an answer to read before it leaves.</summary>
internal static class ApprovalRequestMail
{
    public static MailContent Compose(MailMaterial mail)
    {
        int number = mail.Fact<Submitted>().Draft;
        Drafting drafting = Drafting.Of(mail, number);
        MailDraft draft = StaffMail.Open(mail, "réponse à approuver");
        return draft
            .Say("Une réponse attend votre accord avant de partir. Vous pouvez l’approuver, ou la renvoyer avec un commentaire.")
            .Summary(
                mail,
                [
                    draft.Row("Auteur", null, drafting.Author is { } author ? mail.NameOf(author) : null),
                    draft.Row("Envoi", null, drafting.Channel is { } channel ? MailWords.Of(channel) : null),
                    .. draft.Owed(mail),
                ])
            .Quote(mail.Dossier.DraftTexts.GetValueOrDefault(number), $"La réponse proposée (projet n°\u00A0{number})")
            .Say("Les voies de recours et les coordonnées du médiateur s’ajoutent d’elles-mêmes à l’envoi.")
            .ClientWords(mail)
            .CloseForStaff(mail, "Lire et décider");
    }
}
