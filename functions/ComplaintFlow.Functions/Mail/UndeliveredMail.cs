using ComplaintFlow.Domain.Complaints;
using ComplaintFlow.Domain.Procedure;
using ComplaintFlow.Functions.Mail.Kinds;
using ComplaintFlow.Functions.Mail.Templating;

namespace ComplaintFlow.Functions.Mail;

/// <summary>To the manager: an address takes no mail, neither this one nor those about complaints.</summary>
/// <param name="Procedure">The version in force.</param>
/// <param name="Failed">The mail that came back, or that the server refused.</param>
/// <param name="Reason">What the other side said; from outside.</param>
/// <param name="IsOfStaff">Whether the address is one of the directory.</param>
/// <param name="DeskLink">Absolute.</param>
public sealed record UndeliveredMail(ProcedureVersion Procedure, SentDirectMail Failed, string Reason, bool IsOfStaff, string DeskLink) : IMailModel
{
    Language IMailModel.Language => Language.French;

    internal static Variables Variables { get; } = new VariableList<UndeliveredMail>(FirmVariables.All)
        .Link("desk", mail => mail.DeskLink)
        .Choice(
            "mail",
            ["waiting-mail", "mailbox-unread", "sign-in", "new-link"],
            mail => mail.Failed.Kind is MailKind.WaitingMail or MailKind.MailboxUnread ? WireName.Of(mail.Failed.Kind) : mail.IsOfStaff ? "sign-in" : "new-link")
        .Flag("of_staff", mail => mail.IsOfStaff)
        .Typed("email", mail => mail.Failed.To)
        .Typed("refusal", mail => mail.Reason);

    public MailContent Compose(MailTemplates templates) => templates.Compose(TemplateKinds.Undelivered, this);
}
