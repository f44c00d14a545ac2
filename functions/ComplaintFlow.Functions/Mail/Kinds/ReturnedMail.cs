using ComplaintFlow.Domain.Complaints;
using ComplaintFlow.Functions.Mail.Templating;

namespace ComplaintFlow.Functions.Mail.Kinds;

/// <summary>To the author of a draft: it comes back with a comment.</summary>
internal static class ReturnedMail
{
    public static Variables Variables { get; } = new VariableList<MailMaterial>(StaffVariables.All)
        .Number("draft_number", mail => mail.Fact<Returned>().Draft)
        .Words("returned_by", mail => mail.Line.Actor.Email is { } by ? mail.NameOf(by) : null)
        .Typed("comment", mail => mail.Line.Private?.Text)
        .Typed("draft", mail => mail.Dossier.DraftTexts.GetValueOrDefault(mail.Fact<Returned>().Draft));
}
