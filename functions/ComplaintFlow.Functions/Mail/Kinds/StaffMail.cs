using ComplaintFlow.Domain.Complaints;
using ComplaintFlow.Functions.Mail.Documents;

namespace ComplaintFlow.Functions.Mail.Kinds;

/// <summary>What all mails to staff share: how they open, what they say of the complaint, and the one link.</summary>
internal static class StaffMail
{
    public static MailDraft Open(MailMaterial mail, string subject) =>
        new MailDraft(mail.Language, $"Réclamation {mail.Reference} : {subject}").Say($"Bonjour {mail.NameOf(mail.To.StaffEmail!)},");

    public static MailContent CloseForStaff(this MailDraft draft, MailMaterial mail, string label = "Ouvrir la réclamation") => draft
        .Link(mail.Link, label)
        .Note("Ce lien vous est personnel : ne transférez pas ce message.")
        .Done();

    /// <summary>Who complains, of what, and who treats it.</summary>
    public static MailDraft Summary(this MailDraft draft, MailMaterial mail, params IEnumerable<Fact?> more)
    {
        Dossier dossier = mail.Dossier;
        return draft.Facts(
        [
            draft.Row("Référence", null, mail.Reference),
            draft.Typed("Réclamant", null, dossier.Complainant?.Name),
            draft.Typed("Représenté par", null, dossier.Representative is { } person ? $"{person.Name}, {person.Capacity}" : null),
            draft.Typed("Objet", null, dossier.Subject),
            draft.Row("Reçue le", null, mail.Day(mail.Complaint.ReceivedOn)),
            .. more,
        ]);
    }

    /// <summary>The dates that are still owed.</summary>
    public static IEnumerable<Fact?> Owed(this MailDraft draft, MailMaterial mail)
    {
        Complaint complaint = mail.Complaint;
        if (complaint.Level == 2)
        {
            return [draft.Row("Réponse de niveau 2 au plus tard le", null, complaint.Level2By is { } by ? mail.Day(by) : null)];
        }

        return
        [
            complaint.AcknowledgedOn is { } on
                ? draft.Row("Accusé de réception envoyé le", null, mail.Day(on))
                : draft.Row("Accusé de réception au plus tard le", null, mail.Day(complaint.Dates.AcknowledgeBy)),
            draft.Row("Réponse au plus tard le", null, mail.Day(complaint.RespondByExtended)),
        ];
    }

    public static MailDraft ClientWords(this MailDraft draft, MailMaterial mail) =>
        draft.Quote(mail.Dossier.Description, mail.Complaint.IsOral ? "Ce que le réclamant a dit" : "Ce que le réclamant a écrit");
}
