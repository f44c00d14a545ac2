using ComplaintFlow.Domain.Complaints;
using ComplaintFlow.Functions.Mail.Templating;

namespace ComplaintFlow.Functions.Mail.Kinds;

/// <summary>To the client, once: what was received, who treats it, until when, and how it goes on.</summary>
internal static class AcknowledgementMail
{
    public static Variables Variables { get; } = new VariableList<MailMaterial>(ClientVariables.All, MediatorVariables.All, PrivacyVariables.All)
        .Way(MailTags.Level2, mail => Remedies.LevelTwo(mail.Firm).In(mail.Language))
        .Words("acknowledged_on", mail => mail.Day(mail.Complaint.AcknowledgedOn ?? mail.Today));
}
