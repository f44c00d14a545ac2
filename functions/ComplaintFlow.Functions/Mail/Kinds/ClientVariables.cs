using ComplaintFlow.Functions.Mail.Templating;

namespace ComplaintFlow.Functions.Mail.Kinds;

/// <summary>What all mails to clients have.</summary>
internal static class ClientVariables
{
    public static Variables All { get; } = new VariableList<MailMaterial>(ComplaintVariables.All)
        .Link("follow_up", mail => mail.Link);
}
