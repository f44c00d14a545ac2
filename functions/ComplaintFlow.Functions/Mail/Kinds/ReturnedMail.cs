using ComplaintFlow.Domain.Complaints;

namespace ComplaintFlow.Functions.Mail.Kinds;

/// <summary>To the author of a draft: it comes back with a comment.</summary>
internal static class ReturnedMail
{
    public static MailContent Compose(MailMaterial mail)
    {
        int number = mail.Fact<Returned>().Draft;
        MailDraft draft = StaffMail.Open(mail, "projet de réponse à reprendre");
        return draft
            .Say(mail.Line.Actor.Email is { } by
                ? $"{mail.NameOf(by)} vous renvoie le projet de réponse n°\u00A0{number}."
                : $"Le projet de réponse n°\u00A0{number} vous est renvoyé.")
            .Quote(mail.Line.Private?.Text, "Son commentaire")
            .Summary(mail, draft.Owed(mail))
            .Quote(mail.Dossier.DraftTexts.GetValueOrDefault(number), "Votre projet")
            .CloseForStaff(mail, "Reprendre la réponse");
    }
}
