using ComplaintFlow.Domain.Complaints;

namespace ComplaintFlow.Functions.Mail.Kinds;

/// <summary>To the client: the answer, the way to level 2 after a level-1 answer, and the way to the mediator.</summary>
internal static class AnswerMail
{
    private static readonly string[] Salutations =
        ["Madame", "Monsieur", "Mesdames", "Messieurs", "Mademoiselle", "Cher", "Chère", "Bonjour", "Maître", "Dear", "Hello", "Good "];

    /// <exception cref="InvalidOperationException">The answer lacks what every written answer must say.</exception>
    public static MailContent Compose(MailMaterial mail)
    {
        int number = mail.Fact<AnswerReleased>().Draft;
        int level = mail.Complaint.Answers.FirstOrDefault(answer => answer.Draft == number)?.Level ?? mail.Complaint.Level;
        AnswerDocument answer = AnswerDocument.Compose(
            mail.Dossier.DraftTexts.GetValueOrDefault(number) ?? "", level, mail.Procedure, mail.Language);
        if (answer.Lacks(level, mail.Procedure) is { } lack)
        {
            throw new InvalidOperationException($"The answer to {mail.Reference} must not leave: {lack.Reason.En}");
        }

        // The words are the staff's, salutation included when they wrote one.
        bool greets = Salutations.Any(word => answer.Text.TrimStart().StartsWith(word, StringComparison.OrdinalIgnoreCase));
        MailDraft draft = greets
            ? ClientMail.WithoutSalutation(mail, "notre réponse", "our answer")
            : ClientMail.Open(mail, "notre réponse", "our answer");
        draft.Words(answer.Text);
        if (answer.LevelTwoWay is { } levelTwo)
        {
            draft.Heading("Demander une nouvelle étude", "Asking for a second look").Say(levelTwo, levelTwo);
        }

        string mediator = answer.MediatorWay!;
        return draft.Heading("Saisir le médiateur", "Turning to the mediator").Say(mediator, mediator).CloseForClient(mail);
    }
}
