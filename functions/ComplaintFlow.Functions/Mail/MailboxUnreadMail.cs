using ComplaintFlow.Domain.Complaints;
using ComplaintFlow.Domain.Procedure;
using ComplaintFlow.Functions.Mail.Kinds;
using ComplaintFlow.Functions.Mail.Templating;

namespace ComplaintFlow.Functions.Mail;

/// <summary>To the manager: mails that arrive in a mailbox are not read, and why.</summary>
/// <param name="Procedure">The version in force.</param>
/// <param name="Mailbox">Its name in the settings.</param>
/// <param name="User">Its user, mostly its address.</param>
/// <param name="Since">The first reading that failed; shown in the firm's zone.</param>
/// <param name="Fault">French, one line; partly the server's words.</param>
/// <param name="DeskLink">Absolute.</param>
public sealed record MailboxUnreadMail(ProcedureVersion Procedure, string Mailbox, string User, DateTimeOffset Since, string Fault, string DeskLink) : IMailModel
{
    Language IMailModel.Language => Language.French;

    internal static Variables Variables { get; } = new VariableList<MailboxUnreadMail>(FirmVariables.All)
        .Link("desk", mail => mail.DeskLink)
        .Words("mailbox", mail => mail.Mailbox)
        .Typed("user", mail => mail.User)
        .Words("unread_since", mail => mail.UnreadSince)
        .Typed("fault", mail => mail.Fault);

    /// <summary>« lundi 2 mars 2026 à 9 h 05 ».</summary>
    private string UnreadSince
    {
        get
        {
            DateTimeOffset since = Procedure.CivilTime.InZone(Since);
            return $"{CivilDateText.Long(DateOnly.FromDateTime(since.DateTime), Language.French)} à {since.Hour}\u00A0h\u00A0{since.Minute:00}";
        }
    }

    public MailContent Compose(MailTemplates templates) => templates.Compose(WireName.Of(MailKind.MailboxUnread), this);
}
