using ComplaintFlow.Domain.Complaints;
using ComplaintFlow.Functions.Mail.Kinds;

namespace ComplaintFlow.Functions.Mail;

/// <summary>
/// The mails about a complaint. <see cref="SignInMail"/> and <see cref="WaitingMail"/> are about none and stand alone.
/// </summary>
public sealed class Mails(MailTemplates templates)
{
    /// <summary>Writes the mail.</summary>
    /// <exception cref="InvalidOperationException">
    /// The line cannot bring a mail of that kind, or the answer lacks what every written answer must say.
    /// </exception>
    public MailContent Compose(MailMaterial material) => material.Kind switch
    {
        MailKind.Answer => AnswerMail.Compose(material, templates),
        MailKind.Acknowledgement or MailKind.InvitationToWrite or MailKind.DatedCopy or MailKind.MediatorInformation
            or MailKind.Extension or MailKind.Progress or MailKind.Closed => templates.Compose(material),
        MailKind.Assignment or MailKind.AcknowledgementReminder or MailKind.ResponseReminder or MailKind.DeadlineMissed
            or MailKind.ApprovalRequest or MailKind.Returned or MailKind.ClientMessage or MailKind.Level2Request
            or MailKind.DeliveryFailed => templates.Compose(material),
        MailKind.WaitingMail or MailKind.MailboxUnread or MailKind.SignIn => throw new InvalidOperationException(
            $"A mail of kind {WireName.Of(material.Kind)} is not about a complaint."),
        _ => throw new ArgumentOutOfRangeException(nameof(material), material.Kind, "Not a kind of mail."),
    };
}
