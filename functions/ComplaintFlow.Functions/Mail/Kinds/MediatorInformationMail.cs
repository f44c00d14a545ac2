using ComplaintFlow.Domain.Complaints;
using ComplaintFlow.Domain.Procedure;

namespace ComplaintFlow.Functions.Mail.Kinds;

/// <summary>To the client, once, when two months have passed without an answer: the mediator is open.</summary>
internal static class MediatorInformationMail
{
    public static MailContent Compose(MailMaterial mail)
    {
        MailDraft draft = ClientMail.Open(mail, "vous pouvez saisir le médiateur", "you may turn to the mediator");
        return draft.MediatorText(mail).CloseForClient(mail);
    }

    /// <summary>The text, in the complaint's language: the mail, and the letter to a client without an address.</summary>
    public static MailDraft MediatorText(this MailDraft draft, MailMaterial mail)
    {
        Complaint complaint = mail.Complaint;
        Mediator mediator = Printed(mail);
        DateOnly since = complaint.SentOn < complaint.ReceivedOn ? complaint.SentOn : complaint.ReceivedOn;
        string sinceFr = CivilDateText.Long(since, Language.French);
        string sinceEn = CivilDateText.Long(since, Language.English);
        string handler = mail.NameOf(complaint.Handler);
        draft
            .Say(
                $"Plus de deux mois ont passé depuis votre réclamation du {sinceFr}, et nous ne vous avons pas encore répondu. Nous vous prions de nous en excuser.",
                $"More than two months have passed since your complaint of {sinceEn}, and we have not answered you yet. We apologise for this.")
            .Say(
                $"Votre réclamation reste ouverte chez nous : {handler} continue de l’étudier et vous répondra. Rien ne vous oblige à attendre cette réponse.",
                $"Your complaint remains open with us: {handler} is still studying it and will answer you. You do not have to wait for that answer.")
            .Say(Remedies.Mediator(mediator).Fr, Remedies.Mediator(mediator).En);
        return complaint.Dates.MediatorUntil is { } until
            ? draft.Say(
                $"Vous pouvez le saisir jusqu’au {CivilDateText.Long(until, Language.French)} inclus.",
                $"You may do so until {CivilDateText.Long(until, Language.English)}, that day included.")
            : draft;
    }

    /// <summary>In a staff mail, whose only link is its own, the mediator's site stands without its scheme, as in print.</summary>
    private static Mediator Printed(MailMaterial mail)
    {
        Mediator mediator = mail.Procedure.Mediator;
        int scheme = mediator.Website.IndexOf("://", StringComparison.Ordinal);
        return mail.To.IsClient || scheme < 0 ? mediator : mediator with { Website = mediator.Website[(scheme + 3)..].TrimEnd('/') };
    }
}
