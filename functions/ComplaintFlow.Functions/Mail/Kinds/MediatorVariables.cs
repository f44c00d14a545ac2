using ComplaintFlow.Domain.Complaints;
using ComplaintFlow.Functions.Mail.Templating;

namespace ComplaintFlow.Functions.Mail.Kinds;

/// <summary>The way to the mediator, where a mail tells it.</summary>
internal static class MediatorVariables
{
    public static Variables All { get; } = new VariableList<MailMaterial>()
        .Way(MailTags.Mediator, mail => Remedies.Mediator(mail.MediatorAsPrinted).In(mail.Language));
}
