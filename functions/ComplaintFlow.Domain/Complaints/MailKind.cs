namespace ComplaintFlow.Domain.Complaints;

/// <summary>The kinds of e-mail sent about a complaint (docs/glossary.md, "Who is told").</summary>
public enum MailKind
{
    Acknowledgement,
    InvitationToWrite,
    DatedCopy,
    Assignment,
    AcknowledgementReminder,
    ResponseReminder,
    DeadlineMissed,
    MediatorInformation,
    Extension,
    Progress,
    ApprovalRequest,
    Returned,
    Answer,
    ClientMessage,
    Level2Request,
    DeliveryFailed,
    WaitingMail,
    MailboxUnread,
    Closed,
    SignIn,
}
