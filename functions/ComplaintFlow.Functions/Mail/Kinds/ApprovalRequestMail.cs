using ComplaintFlow.Domain.Complaints;
using ComplaintFlow.Functions.Mail.Templating;

namespace ComplaintFlow.Functions.Mail.Kinds;

/// <summary>To the approver: an answer to read before it leaves.</summary>
internal static class ApprovalRequestMail
{
    public static Variables Variables { get; } = new VariableList<MailMaterial>(StaffVariables.All)
        .Number("draft_number", mail => mail.Fact<Submitted>().Draft)
        .Words("author", mail => Drafting.Of(mail, mail.Fact<Submitted>().Draft).Author is { } author ? mail.NameOf(author) : null)
        .Words("sent_by", mail => Drafting.Of(mail, mail.Fact<Submitted>().Draft).Channel is { } channel ? MailWords.Of(channel) : null)
        .Typed("draft", mail => mail.Dossier.DraftTexts.GetValueOrDefault(mail.Fact<Submitted>().Draft));
}
