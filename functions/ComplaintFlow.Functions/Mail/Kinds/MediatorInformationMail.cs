using ComplaintFlow.Domain.Complaints;
using ComplaintFlow.Functions.Mail.Templating;

namespace ComplaintFlow.Functions.Mail.Kinds;

/// <summary>To the client, once, when two months have passed without an answer: the mediator is open.</summary>
internal static class MediatorInformationMail
{
    public static Variables Variables { get; } = new VariableList<MailMaterial>(ClientVariables.All, MediatorVariables.All)
        .Words("complained_on", mail => mail.Day(mail.Complaint.SentOn < mail.Complaint.ReceivedOn ? mail.Complaint.SentOn : mail.Complaint.ReceivedOn))
        .Words("mediator_until", mail => mail.Day(mail.Complaint.Dates.MediatorUntil));
}
