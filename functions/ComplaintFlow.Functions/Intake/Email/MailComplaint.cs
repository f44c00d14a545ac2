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
            null,
            FrameOf(mail));
    }

    /// <summary>What the person wrote; for a mail that only passes on another, that one.</summary>
    public static string WordsOf(IncomingMail mail, Language language)
    {
        string text = mail.Text switch
        {
            { Words: var words } when Says(words) => words.Trim(),
            { Quoted: var quoted } when Says(quoted) => quoted.Trim(),
            { Signature: var signature } => signature.Trim(),
        };
        return text.Length == 0 ? (language == Language.English ? "(A mail without text.)" : "(Message sans texte.)")
            : text.Length <= Bodies.MailText.LongestWords ? text
            : Bodies.PlainCharacters.Cut(text, Bodies.MailText.LongestWords);
    }

    /// <summary>The rest of the mail: its id, and what stands around the words unless it is taken for them.</summary>
    public static MailFrame FrameOf(IncomingMail mail) => new(
        mail.WrittenId,
        Says(mail.Text.Words) && Says(mail.Text.Quoted) ? mail.Text.Quoted.Trim() : null,
        (Says(mail.Text.Words) || Says(mail.Text.Quoted)) && Says(mail.Text.Signature) ? mail.Text.Signature.Trim() : null);

    private static bool Says(string text) => !string.IsNullOrWhiteSpace(text);
}
