using ComplaintFlow.Functions.Mail.Templating;

namespace ComplaintFlow.Functions.Mail.Kinds;

/// <summary>The notice on personal data, in the acknowledgement.</summary>
internal static class PrivacyVariables
{
    public static Variables All { get; } = new VariableList<MailMaterial>()
        .Words("privacy_controller", mail => mail.Procedure.Privacy.Controller)
        .Words("privacy_purpose", mail => mail.Procedure.Privacy.Purpose.In(mail.Language))
        .Words("privacy_basis", mail => mail.Procedure.Privacy.Basis.In(mail.Language))
        .Number("privacy_years", mail => mail.Procedure.Privacy.RetentionYears)
        .Words("privacy_rights", mail => mail.Procedure.Privacy.Rights.In(mail.Language))
        .Words("privacy_contact", mail => mail.Procedure.Privacy.Contact);
}
