using ComplaintFlow.Domain.Complaints;
using ComplaintFlow.Functions.Mail.Templating;

namespace ComplaintFlow.Functions.Mail.Kinds;

/// <summary>To the client whose complaint was oral: how to put it in writing.</summary>
internal static class InvitationToWriteMail
{
    public static Variables Variables { get; } = new VariableList<MailMaterial>(ClientVariables.All)
        .Flag("by_phone", mail => mail.Complaint.Channel == Channel.Phone);
}
