using ComplaintFlow.Domain.Complaints;
using ComplaintFlow.Domain.Procedure;

namespace ComplaintFlow.Functions.Mail.Kinds;

/// <summary>What all mails to clients share: how they open and close, and the sentences that several of them say.</summary>
internal static class ClientMail
{
    /// <summary>A mail whose subject names the reference, so that a reply finds its complaint.</summary>
    public static MailDraft Open(MailMaterial mail, string fr, string en) =>
        WithoutSalutation(mail, fr, en).Say("Madame, Monsieur,", "Dear Sir or Madam,");

    /// <summary>The same without a salutation, for a text that brings its own.</summary>
    public static MailDraft WithoutSalutation(MailMaterial mail, string fr, string en) =>
        new(mail.Language, $"Votre réclamation {mail.Reference} : {fr}", $"Your complaint {mail.Reference}: {en}");

    public static MailContent CloseForClient(this MailDraft draft, MailMaterial mail) => draft.FollowUp(mail).Sign(mail);

    public static MailDraft FollowUp(this MailDraft draft, MailMaterial mail) =>
        draft.Link(mail.Link, "Suivre votre réclamation", "Follow your complaint");

    public static MailContent Sign(this MailDraft draft, MailMaterial mail)
    {
        Firm firm = mail.Firm;
        Wording addresses = Addresses(firm);
        return draft
            .Say($"Cordialement,\n{firm.Name}", $"Kind regards,\n{firm.Name}")
            .Note(
                $"{firm.PostalAddress}. Téléphone : {firm.Phone}. Orias n°\u00A0{firm.OriasNumber}.\nRéclamations : {addresses.Fr}.\nVous pouvez répondre à ce message : votre réponse sera jointe à votre réclamation.{(mail.Link is null ? "" : " Le lien de suivi vous est personnel.")}",
                $"{firm.PostalAddress}. Telephone: {firm.Phone}. Orias no. {firm.OriasNumber}.\nComplaints: {addresses.En}.\nYou can reply to this message: your reply will be added to your complaint.{(mail.Link is null ? "" : " The follow-up link is personal to you.")}")
            .Done();
    }

    /// <summary>The date by which an answer is owed, where one is and it has not passed.</summary>
    public static MailDraft StillPromised(this MailDraft draft, MailMaterial mail) => (mail.Complaint.OwesAnswer, mail.Complaint.Level) switch
    {
        (true, 1) => draft.Promise(mail, mail.Complaint.RespondByExtended),
        (true, 2) when mail.Complaint.Level2By is { } by => draft.Promise(mail, by),
        _ => draft,
    };

    /// <summary>The firm's complaints addresses, the ASCII alias beside an accented one.</summary>
    public static Wording Addresses(Firm firm) => firm.ComplaintsEmail == firm.ComplaintsEmailAlias
        ? new(firm.ComplaintsEmail, firm.ComplaintsEmail)
        : new(
            $"{firm.ComplaintsEmail} (ou {firm.ComplaintsEmailAlias} si votre messagerie n’accepte pas les accents)",
            $"{firm.ComplaintsEmail} (or {firm.ComplaintsEmailAlias} if your mail system does not accept accents)");

    private static MailDraft Promise(this MailDraft draft, MailMaterial mail, DateOnly by) => by < mail.Today
        ? draft
        : draft.Say(
            $"La date annoncée ne change pas : vous recevrez notre réponse au plus tard le {mail.Day(by)}.",
            $"The date we gave you stays the same: you will have our answer by {mail.Day(by)} at the latest.");
}
