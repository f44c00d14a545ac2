using ComplaintFlow.Domain.Complaints;
using ComplaintFlow.Domain.Procedure;
using ComplaintFlow.Functions.Mail.Kinds;
using ComplaintFlow.Functions.Mail.Templating;

namespace ComplaintFlow.Functions.Mail;

/// <summary>To the manager, once a day: what was set aside and waits for somebody to look at it.</summary>
/// <param name="Procedure">The version in force.</param>
/// <param name="Items">Oldest first; never empty.</param>
/// <param name="DeskLink">Absolute: where they can be opened.</param>
public sealed record WaitingMail(ProcedureVersion Procedure, IReadOnlyList<WaitingItem> Items, string DeskLink) : IMailModel
{
    Language IMailModel.Language => Language.French;

    internal static Variables Variables { get; } = new VariableList<WaitingMail>(FirmVariables.All)
        .Link("desk", mail => mail.DeskLink)
        .Number("count", mail => mail.Items.Count)
        .List(
            "waiting",
            new VariableList<WaitingItem>()
                .Flag("is_form", item => item.IsForm)
                .Words("arrived_on", item => CivilDateText.Long(item.ArrivedOn, Language.French))
                .Words("acknowledge_by", item => CivilDateText.Long(item.AcknowledgeBy, Language.French))
                .Typed("from", item => item.From)
                .Typed("subject", item => item.Subject),
            mail => mail.Items);

    public MailContent Compose(MailTemplates templates) => templates.Compose(WireName.Of(MailKind.WaitingMail), this);
}
