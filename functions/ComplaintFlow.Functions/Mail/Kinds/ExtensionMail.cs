using ComplaintFlow.Domain.Complaints;

namespace ComplaintFlow.Functions.Mail.Kinds;

/// <summary>To the client, before the promised date passes: the reason and the new date.</summary>
internal static class ExtensionMail
{
    public static MailContent Compose(MailMaterial mail)
    {
        DateOnly until = mail.Fact<Extended>().Until;
        MailDraft draft = ClientMail.Open(mail, "nouvelle date de réponse", "new date for our answer");
        return draft
            .Say(
                "Nous vous avions promis une réponse à une date que nous ne pourrons pas tenir. Nous vous prions de nous en excuser.",
                "We promised you an answer by a date that we will not be able to keep. We apologise for this.")
            .Facts(
                draft.Row("Référence", "Reference", mail.Reference),
                draft.Row("Date annoncée", "Date announced", mail.Day(FormerDate(mail))),
                draft.Row("Nouvelle date au plus tard", "New date at the latest", mail.Day(until)))
            .Quote(mail.Line.Private?.Text, "La raison", "The reason")
            .CloseForClient(mail);
    }

    /// <summary>The date before the extension, as the journal had it then.</summary>
    private static DateOnly FormerDate(MailMaterial mail)
    {
        Complaint before = Evolution.Fold(mail.Journal.TakeWhile(line => line.Number < mail.Line.Number)) ?? mail.Complaint;
        return before is { Level: > 1, Level2By: { } by } ? by : before.RespondByExtended;
    }
}
