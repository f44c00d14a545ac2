using ComplaintFlow.Domain.Complaints;
using ComplaintFlow.Functions.Mail.Documents;
using ComplaintFlow.Functions.Mail.Templating;

namespace ComplaintFlow.Functions.Mail.Kinds;

/// <summary>To the client: the answer, the way to level 2 after a level-1 answer, and the way to the mediator.</summary>
internal static class AnswerMail
{
    private static readonly string[] Salutations =
        ["Madame", "Monsieur", "Mesdames", "Messieurs", "Mademoiselle", "Cher", "Chère", "Bonjour", "Maître", "Dear", "Hello", "Good "];

    public static Variables Variables { get; } = new VariableList<MailMaterial>(ClientVariables.All)
        .Number("level", LevelOf)
        .Typed("answer", mail => TextOf(mail))
        .Flag("has_salutation", mail => Salutations.Any(word => TextOf(mail).TrimStart().StartsWith(word, StringComparison.OrdinalIgnoreCase)))
        .Way(MailTags.Level2, mail => AnswerOf(mail).LevelTwoWay)
        .Way(MailTags.Mediator, mail => AnswerOf(mail).MediatorWay);

    /// <exception cref="InvalidOperationException">The answer lacks what every written answer must say.</exception>
    public static MailContent Compose(MailMaterial mail, MailTemplates templates)
    {
        AnswerDocument answer = AnswerOf(mail);
        if (answer.Lacks(LevelOf(mail), mail.Procedure) is { } lack)
        {
            throw new InvalidOperationException($"The answer to {mail.Reference} must not leave: {lack.Reason.En}");
        }

        MailContent content = templates.Compose(mail);
        string[] paragraphs = [.. content.Body.Blocks.OfType<Paragraph>().Select(paragraph => paragraph.Text)];
        return new[] { answer.LevelTwoWay, answer.MediatorWay }.OfType<string>().All(way => paragraphs.Contains(PrintedText.Own(QuotedWords.InLine(way), mail.Language)))
            ? content
            : throw new InvalidOperationException($"The answer to {mail.Reference} must not leave: its template left out level 2 or the mediator.");
    }

    private static AnswerDocument AnswerOf(MailMaterial mail) => AnswerDocument.Compose(TextOf(mail), LevelOf(mail), mail.Procedure, mail.Language);

    private static string TextOf(MailMaterial mail) => mail.Dossier.DraftTexts.GetValueOrDefault(mail.Fact<AnswerReleased>().Draft) ?? "";

    /// <summary>The level of the release: an answer sent again after an escalation keeps it.</summary>
    private static int LevelOf(MailMaterial mail) =>
        mail.Complaint.Answers.FirstOrDefault(answer => answer.Draft == mail.Fact<AnswerReleased>().Draft)?.Level ?? mail.Complaint.Level;
}
