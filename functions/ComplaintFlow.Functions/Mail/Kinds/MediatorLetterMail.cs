using ComplaintFlow.Functions.Mail.Templating;

namespace ComplaintFlow.Functions.Mail.Kinds;

/// <summary>To the handler, when the client has no e-mail address: the letter on the mediator to send.</summary>
internal static class MediatorLetterMail
{
    public static Variables Variables { get; } = new VariableList<MailMaterial>(StaffVariables.All)
        .Typed("postal_address", mail => mail.Dossier.Complainant?.PostalAddress?.ReplaceLineEndings(", "))
        .Letter(MailTags.Letter, mail => mail with { LetterLanguage = mail.Complaint.Language });
}
