using ComplaintFlow.Domain.Complaints;
using ComplaintFlow.Domain.Procedure;
using ComplaintFlow.Functions.Configuration.Reading;

namespace ComplaintFlow.Functions.Intake.Email;

/// <summary>The complaint that a mail would open.</summary>
public static class MailComplaint
{
    private const int LongestName = 300;

    /// <param name="procedure">Gives the firm's civil dates.</param>
    public static Receive Of(IncomingMail mail, Actor by, ProcedureVersion procedure)
    {
        Language language = MailLanguage.Of($"{mail.Subject.Bare}\n{mail.Text.Words}");
        string name = mail.Sender.DisplayName.Trim();
        string? email = mail.Sender.AnswerTo?.Address;
        string subject = mail.Subject.Text.Trim();
        return new Receive(
            by,
            procedure.CivilTime.InZone(mail.ReceivedAt),
            Channel.Email,
            language,
            new Complainant
            {
                Name = name.Length == 0 ? "Expéditeur inconnu" : name[..Math.Min(name.Length, LongestName)],
                Email = email is not null && EmailAddress.IsWellFormed(email) ? email : null,
            },
            null,
            subject.Length > 0 ? subject : language == Language.English ? "No subject" : "Sans objet",
            WordsOf(mail, language),
            null,
            null,
            procedure.CivilTime.DateOf(mail.Sent.At),
            procedure.CivilTime.DateOf(mail.ReceivedAt),
            null,
            null);
    }

    /// <summary>What the person wrote; for a mail that only passes on another, that one.</summary>
    public static string WordsOf(IncomingMail mail, Language language)
    {
        string words = mail.Text.Words.Trim();
        string other = words.Length > 0 ? words : mail.Text.Quoted.Trim();
        string text = other.Length > 0 ? other : mail.Text.Signature.Trim();
        return text.Length == 0 ? (language == Language.English ? "(A mail without text.)" : "(Message sans texte.)")
            : text.Length <= Bodies.MailText.LongestWords ? text
            : Bodies.PlainCharacters.Cut(text, Bodies.MailText.LongestWords);
    }
}
