using ComplaintFlow.Domain.Complaints;
using ComplaintFlow.Functions.Mail.Templating;

namespace ComplaintFlow.Functions.Mail.Kinds;

/// <summary>To the handler: a mail to the client did not arrive.</summary>
internal static class DeliveryFailedMail
{
    public static Variables Variables { get; } = new VariableList<MailMaterial>(StaffVariables.All)
        .Words("mail", mail => MailWords.Of(mail.Fact<MailFailed>().Kind))
        .Flag("letter_pending", mail => mail.Complaint.AcknowledgementLetterPending)
        .Typed("email", mail => mail.Dossier.Email)
        .Typed("phone", mail => mail.Dossier.Complainant?.Phone)
        .Typed("postal_address", mail => mail.Dossier.Complainant?.PostalAddress?.ReplaceLineEndings(", "))
        .Typed("refusal", mail => mail.Line.Private?.Text);
}
