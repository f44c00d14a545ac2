using ComplaintFlow.Domain.Complaints;
using ComplaintFlow.Domain.Procedure;

namespace ComplaintFlow.Functions.Mail.Kinds;

/// <summary>To the client: the complaint is closed, why, and what is still open to them.</summary>
internal static class ClosedMail
{
    public static MailContent Compose(MailMaterial mail)
    {
        MailDraft draft = ClientMail.Open(mail, "elle est close", "it is closed");
        return mail.Line.Fact switch
        {
            MediatorDecided fact => AfterMediation(draft, mail, fact),
            Closed { Closure: Closure.Merged } fact => Joined(draft, mail, fact),
            Closed fact => Ended(draft, mail, fact),
            _ => throw mail.NotFrom(),
        };
    }

    private static MailContent Ended(MailDraft draft, MailMaterial mail, Closed fact)
    {
        string on = mail.Day(fact.On);
        (string fr, string en) = fact.Closure switch
        {
            Closure.Satisfied => ($"Votre réclamation est close depuis le {on}, puisque la réponse apportée vous satisfait.", $"Your complaint was closed on {on}, as you are satisfied with the outcome."),
            Closure.NoFollowUp => ($"Sans nouvelles de votre part depuis notre réponse, nous avons clos votre réclamation le {on}.", $"As we have not heard from you since our answer, we closed your complaint on {on}."),
            Closure.Withdrawn => ($"Comme vous l’avez demandé, votre réclamation est retirée et close depuis le {on}.", $"As you asked, your complaint was withdrawn and closed on {on}."),
            Closure.Requalified => ($"Après étude, votre demande n’est pas une réclamation. Ce dossier de réclamation est clos depuis le {on}.", $"After study, your request is not a complaint. This complaint file was closed on {on}."),
            _ => ($"Votre réclamation est close depuis le {on}.", $"Your complaint was closed on {on}."),
        };
        draft.Say(fr, en);
        if (fact.Closure == Closure.Requalified)
        {
            draft.Quote(mail.Line.Private?.Text, "La raison", "The reason");
        }

        return draft.StillOpen(mail).CloseForClient(mail);
    }

    private static MailContent Joined(MailDraft draft, MailMaterial mail, Closed fact) => draft
        .Say(
            $"Votre réclamation porte sur la même affaire qu’une autre, déjà ouverte : nous les avons réunies. Nous vous répondrons sous la référence {fact.Into}, et vous n’avez rien à faire.",
            $"Your complaint is about the same matter as another one already open: we have joined them. We will answer you under the reference {fact.Into}; there is nothing for you to do.")
        .CloseForClient(mail);

    private static MailContent AfterMediation(MailDraft draft, MailMaterial mail, MediatorDecided fact)
    {
        string on = mail.Day(fact.On);
        (string fr, string en) = fact.Outcome switch
        {
            MediationOutcome.Accepted => ($"La médiation est terminée depuis le {on} : la proposition du médiateur est acceptée.", $"The mediation ended on {on}: the mediator’s proposal was accepted."),
            MediationOutcome.Rejected => ($"La médiation est terminée depuis le {on} : la proposition du médiateur n’est pas acceptée.", $"The mediation ended on {on}: the mediator’s proposal was not accepted."),
            MediationOutcome.Inadmissible => ($"Le médiateur nous a fait savoir, le {on}, que votre demande n’entre pas dans ce qu’il peut traiter.", $"The mediator told us on {on} that your request is not one that can be dealt with in mediation."),
            MediationOutcome.Withdrawn => ($"La médiation est terminée depuis le {on} : votre demande est retirée.", $"The mediation ended on {on}: your request was withdrawn."),
            _ => throw new ArgumentOutOfRangeException(nameof(fact), fact.Outcome, "Not an outcome."),
        };
        return draft
            .Say(fr, en)
            .Say(
                "Votre réclamation est donc close chez nous. Vos droits d’agir en justice restent entiers.",
                "Your complaint is therefore closed with us. Your right to go to court is unaffected.")
            .CloseForClient(mail);
    }

    /// <summary>A new element, level 2 after a level-1 answer, and the mediator unless a court has the matter.</summary>
    private static MailDraft StillOpen(this MailDraft draft, MailMaterial mail)
    {
        Complaint complaint = mail.Complaint;
        draft
            .Heading("Ce qui vous reste ouvert", "What remains open to you")
            .Say(
                "Si vous avez un élément nouveau, écrivez-nous : votre réclamation peut être rouverte.",
                "If you have something new to tell us, write to us: your complaint can be reopened.");
        string before = Until(mail, "jusqu’au ", "until ");
        if (complaint.Level == 1 && complaint.Dates.MediatorUntil is { } until && until >= mail.Today)
        {
            draft.Say(
                $"Vous pouvez aussi demander, {before}, que votre réclamation soit étudiée de nouveau par le responsable du traitement des réclamations : par e-mail à {ClientMail.Addresses(mail.Firm).Fr}, par courrier ou depuis votre page de suivi.",
                $"You can also ask, {before}, that your complaint be studied again by the complaints manager: by e-mail to {ClientMail.Addresses(mail.Firm).En}, by letter or from your follow-up page.");
        }

        if (complaint.CourtActionOn is null && (complaint.Dates.MediatorUntil is not { } last || last >= mail.Today))
        {
            draft.Say(Remedies.Mediator(mail.Procedure.Mediator).Fr, Remedies.Mediator(mail.Procedure.Mediator).En);
            if (before.Length > 0)
            {
                draft.Say($"Le médiateur peut être saisi {before} inclus.", $"You may turn to the mediator {before}, that day included.");
            }
        }

        return draft;
    }

    private static string Until(MailMaterial mail, string fr, string en) => mail.Complaint.Dates.MediatorUntil is { } until
        ? (mail.Language == Language.French ? fr : en) + mail.Day(until)
        : "";
}
