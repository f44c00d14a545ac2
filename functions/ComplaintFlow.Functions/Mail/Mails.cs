using ComplaintFlow.Domain.Complaints;
using ComplaintFlow.Functions.Mail.Kinds;

namespace ComplaintFlow.Functions.Mail;

/// <summary>
/// The mails about a complaint. <see cref="SignInMail"/> and <see cref="WaitingMail"/> are about none and stand alone.
/// </summary>
public static class Mails
{
    /// <summary>Writes the mail.</summary>
    /// <exception cref="InvalidOperationException">
    /// The line cannot bring a mail of that kind, or the answer lacks what every written answer must say.
    /// </exception>
    public static MailContent Compose(MailMaterial material) => material.Kind switch
    {
        MailKind.Acknowledgement => AcknowledgementMail.Compose(material),
        MailKind.InvitationToWrite => InvitationToWriteMail.Compose(material),
        MailKind.DatedCopy => DatedCopyMail.Compose(material),
        MailKind.Assignment => AssignmentMail.Compose(material),
        MailKind.AcknowledgementReminder or MailKind.ResponseReminder => ReminderMail.Compose(material),
        MailKind.DeadlineMissed => DeadlineMissedMail.Compose(material),
        MailKind.MediatorInformation when material.To.IsClient => MediatorInformationMail.Compose(material),
        MailKind.MediatorInformation => MediatorLetterMail.Compose(material),
        MailKind.Extension => ExtensionMail.Compose(material),
        MailKind.Progress => ProgressMail.Compose(material),
        MailKind.ApprovalRequest => ApprovalRequestMail.Compose(material),
        MailKind.Returned => ReturnedMail.Compose(material),
        MailKind.Answer => AnswerMail.Compose(material),
        MailKind.ClientMessage => ClientMessageMail.Compose(material),
        MailKind.Level2Request => Level2RequestMail.Compose(material),
        MailKind.DeliveryFailed => DeliveryFailedMail.Compose(material),
        MailKind.Closed => ClosedMail.Compose(material),
        MailKind.WaitingMail or MailKind.MailboxUnread or MailKind.SignIn => throw new InvalidOperationException(
            $"A mail of kind {WireName.Of(material.Kind)} is not about a complaint."),
        _ => throw new ArgumentOutOfRangeException(nameof(material), material.Kind, "Not a kind of mail."),
    };
}
