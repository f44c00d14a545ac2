using ComplaintFlow.Domain.Procedure;
using ComplaintFlow.Functions.Mail.Kinds;
using ComplaintFlow.Functions.Mail.Templating;

namespace ComplaintFlow.Functions.Mail;

/// <summary>To whoever opened a link whose time was over, at the address on file: a new one.</summary>
/// <param name="Procedure">The version in force.</param>
/// <param name="Reference">The complaint that the link leads to.</param>
/// <param name="Link">Absolute.</param>
public sealed record NewLinkMail(ProcedureVersion Procedure, string Reference, string Link, Language Language) : IMailModel
{
    internal static Variables Variables { get; } = new VariableList<NewLinkMail>(FirmVariables.All)
        .Words("reference", mail => mail.Reference)
        .Link("page", mail => mail.Link);

    public MailContent Compose(MailTemplates templates) => templates.Compose(TemplateKinds.NewLink, this);
}
