using ComplaintFlow.Functions.Mail.Templating;

namespace ComplaintFlow.Functions.Mail.Kinds;

/// <summary>The complaint: in every mail about one.</summary>
internal static class ComplaintVariables
{
    public static Variables All { get; } = new VariableList<MailMaterial>(FirmVariables.All)
        .Words("reference", mail => mail.Reference)
        .Words("received_on", mail => mail.Day(mail.Complaint.ReceivedOn))
        .Typed("subject", mail => mail.Dossier.Subject)
        .Typed("description", mail => mail.Dossier.Description)
        .Typed("contract", mail => mail.Dossier.Contract)
        .Typed("product", mail => mail.Complaint.Product)
        .Flag("oral", mail => mail.Complaint.IsOral)
        .Number("level", mail => mail.Complaint.Level)
        .Words("handler", mail => mail.NameOf(mail.Complaint.Handler))
        .Words("respond_by", mail => mail.Day(mail.Complaint.RespondByExtended));
}
