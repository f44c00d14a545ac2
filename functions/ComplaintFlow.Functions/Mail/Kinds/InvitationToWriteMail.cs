using ComplaintFlow.Domain.Complaints;
using ComplaintFlow.Domain.Procedure;

namespace ComplaintFlow.Functions.Mail.Kinds;

/// <summary>To the client whose complaint was oral: how to put it in writing.</summary>
internal static class InvitationToWriteMail
{
    public static MailContent Compose(MailMaterial mail)
    {
        MailDraft draft = ClientMail.Open(mail, "merci de la mettre par écrit", "please put it in writing");
        string on = mail.Day(mail.Complaint.ReceivedOn);
        bool byPhone = mail.Complaint.Channel == Channel.Phone;
        Wording addresses = ClientMail.Addresses(mail.Firm);
        return draft
            .Say(
                $"Vous nous avez fait part d’une réclamation {(byPhone ? "par téléphone" : "de vive voix")} le {on}. Elle est enregistrée et nous la traitons dès maintenant.",
                $"You told us of a complaint {(byPhone ? "by telephone" : "in person")} on {on}. It is on file and we are already dealing with it.")
            .Say(
                "Nous vous invitons à la mettre aussi par écrit, afin que vos mots et leur date soient établis : le délai d’un an pour saisir le médiateur se compte à partir de votre réclamation écrite. Choisissez la façon qui vous convient, en rappelant votre référence :",
                "We invite you to put it in writing as well, so that your words and their date are on record: the year within which you may turn to the mediator is counted from your written complaint. Choose whichever way suits you, and quote your reference:")
            .Facts(
                draft.Row("Référence", "Reference", mail.Reference),
                draft.Row("Par e-mail", "By e-mail", mail.Language == Language.French
                    ? $"en répondant à ce message, ou à {addresses.Fr}"
                    : $"by replying to this message, or to {addresses.En}"),
                draft.Row("Par courrier", "By letter", $"{mail.Firm.Name}, {mail.Firm.PostalAddress}"),
                mail.Link is null ? null : draft.Row("En ligne", "Online", mail.Language == Language.French
                    ? "sur votre page de suivi, par le lien ci-dessous"
                    : "on your follow-up page, by the link below"))
            .Quote(mail.Dossier.Description, "Ce que nous avons noté", "What we wrote down")
            .CloseForClient(mail);
    }
}
