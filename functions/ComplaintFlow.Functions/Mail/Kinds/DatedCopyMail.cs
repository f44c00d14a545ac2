using ComplaintFlow.Functions.Mail.Templating;

namespace ComplaintFlow.Functions.Mail.Kinds;

/// <summary>To the client whose oral complaint is in writing: the text with its date.</summary>
internal static class DatedCopyMail
{
    public static Variables Variables { get; } = new VariableList<MailMaterial>(ClientVariables.All)
        .Words("written_on", mail => mail.Day(mail.Complaint.WrittenOn ?? mail.Complaint.ReceivedOn));
}
