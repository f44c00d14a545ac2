using ComplaintFlow.Functions.Mail.Templating;

namespace ComplaintFlow.Functions.Mail.Kinds;

/// <summary>What all mails to staff about a complaint have.</summary>
internal static class StaffVariables
{
    public static Variables All { get; } = new VariableList<MailMaterial>(ComplaintVariables.All)
        .Link("page", mail => mail.Link)
        .Words("recipient", mail => mail.NameOf(mail.To.StaffEmail!))
        .Typed("complainant", mail => mail.Dossier.Complainant?.Name)
        .Typed("representative", mail => mail.Dossier.Representative?.Name)
        .Typed("representative_capacity", mail => mail.Dossier.Representative?.Capacity)
        .Words("acknowledged_on", mail => mail.Day(mail.Complaint.AcknowledgedOn))
        .Words("acknowledge_by", mail => mail.Day(mail.Complaint.Dates.AcknowledgeBy))
        .Words("level2_by", mail => mail.Day(mail.Complaint.Level2By))
        .Words("state", mail => MailWords.Of(mail.Complaint.Status));
}
