using ComplaintFlow.Domain.Complaints;
using ComplaintFlow.Functions.Mail.Templating;

namespace ComplaintFlow.Functions.Mail.Kinds;

/// <summary>To the one who treats level 2: the client is not satisfied.</summary>
internal static class Level2RequestMail
{
    public static Variables Variables { get; } = new VariableList<MailMaterial>(StaffVariables.All)
        .Typed("reasons", mail => mail.Line.Private?.Text)
        .Words("requested_on", mail => mail.Day(mail.Fact<Escalated>().On))
        .Words("level2_by", mail => mail.Day(mail.Fact<Escalated>().Level2By))
        .Words("level1_handler", mail => mail.NameOf(mail.Complaint.LevelOneHandler))
        .Words("level1_answered_on", mail => mail.Day(FirstAnswer(mail)?.On))
        .Typed("level1_answer", mail => FirstAnswer(mail) is { } first ? mail.Dossier.DraftTexts.GetValueOrDefault(first.Draft) : null);

    private static ReleasedAnswer? FirstAnswer(MailMaterial mail) => mail.Complaint.Answers.LastOrDefault(answer => answer.Level == 1);
}
