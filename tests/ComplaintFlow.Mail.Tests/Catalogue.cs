using ComplaintFlow.Domain.Complaints;
using ComplaintFlow.Domain.Procedure;
using ComplaintFlow.Functions.Mail;

namespace ComplaintFlow.Mail.Tests;

/// <summary>Every mail there is, by the name of its golden file: client mails in both languages, staff mails in French.</summary>
internal static class Catalogue
{
    public static IReadOnlyDictionary<string, MailMaterial> Client { get; } = new[] { Language.French, Language.English }
        .SelectMany(language => ClientMails(language).Select(mail => ($"{mail.Name}.{(language == Language.English ? "en" : "fr")}", mail.Material)))
        .ToDictionary();

    public static IReadOnlyDictionary<string, MailMaterial> Staff { get; } =
        StaffMails().Select(mail => ($"{mail.Name}.fr", mail.Material)).ToDictionary();

    public static IReadOnlyDictionary<string, MailContent> WithoutComplaint { get; } = new Dictionary<string, MailContent>
    {
        ["sign-in.fr"] = new SignInMail(Samples.Procedure, Samples.StaffLink, Samples.At(2026, 3, 1, 9, 5)).Compose(MailTemplates.Default),
        ["new-link.fr"] = new NewLinkMail(Samples.Procedure, Samples.Reference, Samples.StaffLink, Language.French).Compose(MailTemplates.Default),
        ["new-link.en"] = new NewLinkMail(Samples.Procedure, Samples.Reference, Samples.ClientLink, Language.English).Compose(MailTemplates.Default),
        ["waiting-mail.fr"] = new WaitingMail(
            Samples.Procedure,
            [
                new(IsForm: false, new(2026, 3, 2), new(2026, 3, 13), "inconnu@exemple.fr", "Réclamation contrat auto"),
                new(IsForm: true, new(2026, 3, 3), new(2026, 3, 14), null, "Remboursement"),
            ],
            Samples.StaffLink).Compose(MailTemplates.Default),
        ["mailbox-unread.fr"] = new MailboxUnreadMail(
            Samples.Procedure,
            "complaints",
            "réclamation@courtier.example",
            Samples.At(2026, 3, 2, 9, 5),
            "La boîte « complaints » (réclamation@courtier.example, imap.courtier.example:993) refuse l’utilisateur ou le mot de passe\u00A0: Authentication failed.",
            Samples.StaffLink).Compose(MailTemplates.Default),
        ["undelivered.fr"] = new UndeliveredMail(
            Samples.Procedure, new(Guid.Empty, MailKind.SignIn, Samples.Handler), "5.1.1 550 No such user", IsOfStaff: true, Samples.StaffLink).Compose(MailTemplates.Default),
        ["undelivered-to-client.fr"] = new UndeliveredMail(
            Samples.Procedure, new(Guid.Empty, MailKind.SignIn, "jeanne@exemple.fr"), "5.2.2 552 Mailbox full", IsOfStaff: false, Samples.StaffLink).Compose(MailTemplates.Default),
    };

    /// <summary>All of them, written.</summary>
    public static IEnumerable<(string Name, MailContent Mail)> All =>
        Client.Concat(Staff).Select(mail => (mail.Key, Samples.Mails.Compose(mail.Value)))
            .Concat(WithoutComplaint.Select(mail => (mail.Key, mail.Value)));

    private static IEnumerable<(string Name, MailMaterial Material)> ClientMails(Language language)
    {
        Actor handler = Actor.Staff(Samples.Handler);
        bool english = language == Language.English;
        PrivatePart words = english ? Samples.English : Samples.French;
        Life Received(Channel channel = Channel.Web) => Life.Received(language, channel);
        Life Acknowledged() => Received().Then(Samples.At(2026, 3, 2), Actor.System, new Acknowledged(AnswerChannel.Email, new(2026, 3, 2)));
        Life Closed(Closure closure, string? reason = null, string? into = null) => Life.Answered(language)
            .Then(Samples.At(2026, 6, 19), handler, new Closed(closure, new(2026, 6, 19), into), PrivatePart.OfText(reason));
        Life Mediated(MediationOutcome outcome) => Life.AtLevelTwo(language)
            .Then(Samples.At(2026, 7, 1), Actor.Client, new Referred(new(2026, 7, 1)))
            .Then(Samples.At(2026, 9, 1), Actor.Staff(Samples.Manager), new MediatorDecided(outcome, new(2026, 9, 1)));

        yield return ("acknowledgement", Received().ToClient(MailKind.Acknowledgement));
        yield return ("acknowledgement-oral", Received(Channel.Phone).ToClient(MailKind.Acknowledgement));
        yield return ("invitation-to-write", Received(Channel.Phone).ToClient(MailKind.InvitationToWrite));
        yield return ("dated-copy", Received(Channel.Counter)
            .Then(Samples.At(2026, 3, 5), handler, new Corrected(ComplainantKind.Consumer, true, "Multirisque habitation", new(2026, 3, 2), new(2026, 3, 2), new(2026, 3, 5)), words)
            .ToClient(MailKind.DatedCopy));
        yield return ("mediator-information", Acknowledged()
            .Then(Samples.At(2026, 5, 3, 0), Actor.System, new MediatorInformed(new(2026, 5, 3))).ToClient(MailKind.MediatorInformation));
        yield return ("extension", Acknowledged()
            .Then(
                Samples.At(2026, 4, 20),
                handler,
                new Extended(new(2026, 6, 1)),
                PrivatePart.OfText(english ? "The expert’s report is due on 20 May." : "Le rapport de l’expert est attendu pour le 20 mai."))
            .ToClient(MailKind.Extension));
        yield return ("progress-transferred", Acknowledged()
            .Then(
                Samples.At(2026, 3, 9),
                handler,
                new Transferred(new(2026, 3, 9)),
                new PrivatePart { To = "Assureur Habitation SA", Text = english ? "Only the insurer can review the refund." : "Seul l’assureur peut revoir le remboursement." })
            .ToClient(MailKind.Progress));
        yield return ("progress-assigned", Acknowledged()
            .Then(Samples.At(2026, 3, 9), Actor.Staff(Samples.Manager), new Assigned(Samples.Deputy)).ToClient(MailKind.Progress));
        yield return ("progress-level-2", Life.AtLevelTwo(language).ToClient(MailKind.Progress));
        yield return ("progress-message", Acknowledged()
            .Then(Samples.At(2026, 3, 9), handler, new MessageSent(), PrivatePart.OfText(english ? "Could you send us the invoice?" : "Pouvez-vous nous envoyer la facture ?"))
            .ToClient(MailKind.Progress));
        yield return ("answer", Life.Answered(language).ToClient(MailKind.Answer));
        yield return ("answer-level-2", Life.AtLevelTwo(language)
            .Then(
                Samples.At(2026, 5, 11),
                Actor.Staff(Samples.Manager),
                new Drafted(2, Samples.Manager, AnswerChannel.Email),
                PrivatePart.OfText(english ? "Dear Ms Martin,\n\nThe paint is covered too." : "Madame,\n\nLa peinture est prise en charge elle aussi."))
            .Then(Samples.At(2026, 5, 12), Actor.System, new AnswerReleased(2, AnswerChannel.Email, new(2026, 5, 12)))
            .ToClient(MailKind.Answer));
        yield return ("closed-satisfied", Closed(Closure.Satisfied).ToClient(MailKind.Closed));
        yield return ("closed-no-follow-up", Closed(Closure.NoFollowUp).ToClient(MailKind.Closed));
        yield return ("closed-withdrawn", Closed(Closure.Withdrawn).ToClient(MailKind.Closed));
        yield return ("closed-requalified", Closed(Closure.Requalified, english ? "You asked for a copy of the policy." : "Vous demandiez une copie du contrat.").ToClient(MailKind.Closed));
        yield return ("closed-merged", Closed(Closure.Merged, into: "R26-2345-6782").ToClient(MailKind.Closed));
        foreach (MediationOutcome outcome in Enum.GetValues<MediationOutcome>())
        {
            yield return ($"closed-mediation-{WireName.Of(outcome)}", Mediated(outcome).ToClient(MailKind.Closed));
        }
    }

    private static IEnumerable<(string Name, MailMaterial Material)> StaffMails()
    {
        Actor handler = Actor.Staff(Samples.Handler);
        Actor manager = Actor.Staff(Samples.Manager);
        Life Acknowledged() => Life.Received().Then(Samples.At(2026, 3, 2), Actor.System, new Acknowledged(AnswerChannel.Email, new(2026, 3, 2)));
        Life Reminded(Life life, DeadlineKind deadline, DateTimeOffset at) =>
            life.Then(at, Actor.System, new Reminded(deadline, DateOnly.FromDateTime(at.DateTime), ToManager: false, ToDirector: false));

        yield return ("assignment", Life.Received().ToStaff(MailKind.Assignment));
        yield return ("assignment-without-email", Life.Received(email: false, channel: Channel.Letter, words: Samples.French with
        {
            Complainant = Samples.French.Complainant! with { Email = null },
            Representative = new() { Name = "Louis Martin", Capacity = "son fils, avec mandat" },
        }).ToStaff(MailKind.Assignment, Samples.Deputy));
        yield return ("assignment-new-handler", Acknowledged()
            .Then(Samples.At(2026, 3, 9), manager, new Assigned(Samples.Deputy), PrivatePart.OfText("Julie est en congé jusqu’au 20."))
            .ToStaff(MailKind.Assignment, Samples.Deputy));
        yield return ("acknowledgement-reminder", Reminded(Life.Received(), DeadlineKind.Acknowledgement, Samples.At(2026, 3, 7, 8)).ToStaff(MailKind.AcknowledgementReminder));
        yield return ("acknowledgement-reminder-last-day", Reminded(Life.Received(), DeadlineKind.Acknowledgement, Samples.At(2026, 3, 13, 8)).ToStaff(MailKind.AcknowledgementReminder, Samples.Manager));
        yield return ("response-reminder", Reminded(Acknowledged(), DeadlineKind.Response, Samples.At(2026, 5, 1, 8)).ToStaff(MailKind.ResponseReminder));
        yield return ("response-reminder-late", Reminded(Acknowledged(), DeadlineKind.Response, Samples.At(2026, 5, 9, 8)).ToStaff(MailKind.ResponseReminder, Samples.Manager));
        yield return ("response-reminder-level-2", Reminded(Life.AtLevelTwo(), DeadlineKind.LevelTwo, Samples.At(2026, 5, 27, 8)).ToStaff(MailKind.ResponseReminder, Samples.Manager));
        foreach (DeadlineKind deadline in Enum.GetValues<DeadlineKind>())
        {
            Life life = deadline switch { DeadlineKind.Acknowledgement => Life.Received(), DeadlineKind.Response => Acknowledged(), _ => Life.AtLevelTwo() };
            DateOnly missed = deadline switch { DeadlineKind.Acknowledgement => new(2026, 3, 13), DeadlineKind.Response => new(2026, 5, 2), _ => new(2026, 6, 27) };
            yield return ($"deadline-missed-{WireName.Of(deadline)}", life
                .Then(Samples.Procedure.CivilTime.StartOf(missed.AddDays(1)), Actor.System, new DeadlineMissed(deadline, missed))
                .ToStaff(MailKind.DeadlineMissed, Samples.Manager));
        }

        yield return ("mediator-information-letter", Life.Received(email: false, channel: Channel.Letter)
            .Then(Samples.At(2026, 5, 3, 0), Actor.System, new MediatorInformed(new(2026, 5, 3))).ToStaff(MailKind.MediatorInformation));
        yield return ("mediator-information-letter-english", Life.Received(Language.English, Channel.Letter, email: false)
            .Then(Samples.At(2026, 5, 3, 0), Actor.System, new MediatorInformed(new(2026, 5, 3))).ToStaff(MailKind.MediatorInformation));
        yield return ("approval-request", Acknowledged()
            .Then(Samples.At(2026, 4, 17), handler, new Drafted(1, Samples.Handler, AnswerChannel.Email), PrivatePart.OfText("Madame,\n\nLa réparation est couverte."))
            .Then(Samples.At(2026, 4, 17), handler, new Submitted(1, Samples.Manager)).ToStaff(MailKind.ApprovalRequest, Samples.Manager));
        yield return ("returned", Acknowledged()
            .Then(Samples.At(2026, 4, 17), handler, new Drafted(1, Samples.Handler, AnswerChannel.Email), PrivatePart.OfText("Madame,\n\nLa réparation est couverte."))
            .Then(Samples.At(2026, 4, 17), handler, new Submitted(1, Samples.Manager))
            .Then(Samples.At(2026, 4, 18), manager, new Returned(1), PrivatePart.OfText("Précisez le montant et la date du versement.")).ToStaff(MailKind.Returned));
        yield return ("client-message", Acknowledged()
            .Then(Samples.At(2026, 3, 9), Actor.Client, new MessageReceived(), PrivatePart.OfText("Avez-vous des nouvelles ?")).ToStaff(MailKind.ClientMessage));
        yield return ("client-message-document", Acknowledged()
            .Then(Samples.At(2026, 3, 9), Actor.Client, new AttachmentAdded("a1", "application/pdf", 48_211, "00"), new PrivatePart { FileName = "facture plafond.pdf" })
            .ToStaff(MailKind.ClientMessage));
        yield return ("client-message-answered", Life.Answered()
            .Then(Samples.At(2026, 5, 9), Actor.Client, new MessageReceived(), PrivatePart.OfText("Votre réponse ne me convient pas.")).ToStaff(MailKind.ClientMessage));
        yield return ("client-message-referred", Life.AtLevelTwo()
            .Then(Samples.At(2026, 7, 1), Actor.Client, new Referred(new(2026, 7, 1)), new PrivatePart { MediatorReference = "MA-2026-118" })
            .ToStaff(MailKind.ClientMessage, Samples.Manager));
        yield return ("client-message-court-action", Acknowledged()
            .Then(Samples.At(2026, 4, 1), Actor.Client, new CourtActionStarted(new(2026, 4, 1))).ToStaff(MailKind.ClientMessage));
        yield return ("client-message-withdrawn", Acknowledged()
            .Then(Samples.At(2026, 4, 1), Actor.Client, new Closed(Closure.Withdrawn, new(2026, 4, 1)), PrivatePart.OfText("Tout est réglé.")).ToStaff(MailKind.ClientMessage));
        yield return ("level-2-request", Life.AtLevelTwo().ToStaff(MailKind.Level2Request, Samples.Manager));
        yield return ("delivery-failed", Life.Received()
            .Then(Samples.At(2026, 3, 2), Actor.System, new MailFailed(Guid.Empty, MailKind.Acknowledgement)).ToStaff(MailKind.DeliveryFailed));
    }
}
