using ComplaintFlow.Domain.Complaints;
using ComplaintFlow.Domain.Directory;
using ComplaintFlow.Domain.Procedure;
using ComplaintFlow.Functions.Markup;
using ComplaintFlow.Functions.Pages;

namespace ComplaintFlow.Pages.Tests;

/// <summary>Every page in the states that matter, by name.</summary>
internal static class SamplePages
{
    public static readonly string[] ClientActions = ["message", "attachment", "escalate", "refer", "court-action", "withdraw"];

    public static readonly string[] StaffActions =
    [
        "assign", "acknowledge", "draft", "submit", "approve", "return", "record-sent", "extend", "record-call", "note", "message",
        "escalate", "refer", "mediator-outcome", "court-action", "transfer", "correct", "resend", "classify", "merge",
        "change-procedure", "hold", "release", "requalify", "withdraw", "close", "reopen",
    ];

    public static DateOnly Today { get; } = new(2026, 3, 26);

    /// <summary>Must break, not widen the page.</summary>
    private const string LongWord = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaftsvorstandsvorsitzendenstellvertreter";

    private static ProcedureVersion Procedure => SampleFirm.Procedure;

    public static IReadOnlyDictionary<string, Html> All { get; } = new Dictionary<string, Html>
    {
        ["form-fr"] = Form(Language.French),
        ["form-en"] = Form(Language.English),
        ["form-errors"] = FormWithErrors(),
        ["client-received"] = Client(CaseFile.Received(), "message", "attachment", "withdraw"),
        ["client-answered"] = Client(Long(), "message", "attachment", "escalate", "court-action", "withdraw"),
        ["client-level2-en"] = ClientPage.Render(ClientModel(CaseFile.Received(language: Language.English).Acknowledged().Answered("Dear Madam,\n\nYour claim will be paid.").Escalated(), Language.English, ClientActions)),
        ["client-closed"] = Client(CaseFile.Received().Acknowledged().Answered().Add(Actor.System, new Closed(Closure.NoFollowUp, new DateOnly(2026, 5, 20)))),
        ["client-court"] = Client(CaseFile.Received(channel: Channel.Phone).Add(Actor.Client, new CourtActionStarted(Today)), "message"),
        ["client-erased"] = Client(Erased()),
        ["client-refused"] = ClientPage.Render(ClientModel(CaseFile.Received().Acknowledged().Answered(), Language.French, ClientActions) with { Flash = new(FlashKind.Refused, Refusals.MediatorNotOpen.Reason.Fr), Rejected = Rejected("refer", "on") }),
        ["staff-received"] = Staff(CaseFile.Received(hasEmail: false), SampleFirm.Handler, "acknowledge", "draft", "assign", "note", "message", "classify", "correct", "transfer", "extend", "record-call"),
        ["staff-approve"] = Staff(Long(answered: false), SampleFirm.Manager, "approve", "return", "assign", "note", "message", "hold", "merge", "requalify", "change-procedure", "resend"),
        ["staff-letter"] = Staff(CaseFile.Received(hasEmail: false).Acknowledged().Submitted(channel: AnswerChannel.Letter).Approved(), SampleFirm.Handler, "record-sent", "note"),
        ["staff-returned"] = Staff(CaseFile.Received().Acknowledged().Submitted().Add(CaseFile.Manager, new Returned(1), "Citez l’article du contrat."), SampleFirm.Handler, "draft", "submit", "note"),
        ["staff-everything"] = Staff(Long().Escalated(), SampleFirm.Manager, StaffActions),
        ["staff-erased"] = Staff(Erased(), SampleFirm.Manager, "reopen", "note", "correct"),
        ["staff-refused"] = StaffPage.Render(StaffModel(CaseFile.Received(), SampleFirm.Handler, StaffActions) with { Flash = new(FlashKind.AlreadyDone), Rejected = Rejected("extend", "until") }),
        ["client-mail"] = Client(ByMail(), "message"),
        ["staff-mail"] = Staff(ByMail(), SampleFirm.Handler, "note"),
        ["client-long-words"] = Client(CaseFile.Received(_ => LongWord).Answered(LongWord), "message"),
        ["staff-long-words"] = Staff(CaseFile.Received(_ => LongWord).Add(CaseFile.Handler, new NoteAdded(), LongWord), SampleFirm.Handler, "correct"),
        ["letter-answer"] = Letter(LetterKind.Answer),
        ["letter-acknowledgement"] = Letter(LetterKind.Acknowledgement),
        ["letter-mediator"] = Letter(LetterKind.MediatorInformation),
        ["desk-manager"] = DeskPage.Render(Desk(SampleFirm.Manager)),
        ["desk-handler"] = DeskPage.Render(Desk(SampleFirm.Handler) with { Rejected = Rejected("absence", "to") }),
        ["desk-empty"] = DeskPage.Render(Desk(SampleFirm.Manager) with { Complaints = [], SetAside = [] }),
        ["sign-in"] = SignInPage.Render(Procedure.Firm),
        ["sign-in-error"] = SignInPage.Render(Procedure.Firm, "pas une adresse", "Indiquez une adresse e-mail."),
        ["sign-in-sent"] = SignInSentPage.Render(Procedure.Firm),
        ["deadlines-fr"] = Deadlines(Language.French, withResult: false),
        ["deadlines-en"] = Deadlines(Language.English, withResult: true),
        ["deadlines-result"] = Deadlines(Language.French, withResult: true),
        ["procedure-fr"] = ProcedurePage.Render(Procedure, Language.French),
        ["procedure-en"] = ProcedurePage.Render(Procedure, Language.English),
        ["problem-404"] = ProblemPage.Render(Procedure.Firm, 404, null, null, Language.French, "0af7651916cd43dd8448eb211c80319c"),
        ["problem-500-en"] = ProblemPage.Render(Procedure.Firm, 500, null, null, Language.English, "0af7651916cd43dd8448eb211c80319c"),
        ["expired-fr"] = ExpiredLinkPage.Render(Procedure.Firm, Language.French),
        ["expired-en"] = ExpiredLinkPage.Render(Procedure.Firm, Language.English),
        ["expired-sent"] = ExpiredLinkPage.Sent(Procedure.Firm, Language.French),
    };

    public static ClientPageModel ClientModel(CaseFile file, Language language, params string[] actions) => new()
    {
        Reference = CaseFile.Reference,
        Complaint = file.Complaint,
        Dossier = file.Dossier,
        Journal = file.Journal,
        Procedure = Procedure,
        Directory = SampleFirm.Directory,
        Language = language,
        Today = Today,
        AllowedActions = actions.ToHashSet(),
    };

    public static StaffPageModel StaffModel(CaseFile file, StaffMember person, params string[] actions) => new()
    {
        Reference = CaseFile.Reference,
        Complaint = file.Complaint,
        Dossier = file.Dossier,
        Journal = file.Journal,
        Effects =
        [
            new("5b1f", "acknowledgement", "client", "delivered", new DateTimeOffset(2026, 3, 2, 9, 6, 0, TimeSpan.FromHours(1)), 1, null),
            new("77aa", "answer", "client", "failed", new DateTimeOffset(2026, 3, 20, 9, 6, 0, TimeSpan.FromHours(1)), 4, "550 5.1.1 unknown user"),
            new("80cc", "assignment", SampleFirm.Handler.Email, "pending", null, 0, null),
        ],
        Procedure = Procedure,
        Directory = SampleFirm.Directory,
        Person = person,
        Today = Today,
        AllowedActions = actions.ToHashSet(),
        Draft = file.Complaint.Draft?.Number,
    };

    public static DeskModel Desk(StaffMember person) => new()
    {
        Firm = Procedure.Firm,
        Person = person,
        Directory = SampleFirm.Directory,
        Today = Today,
        Complaints =
        [
            new("R26-AAAA-BBBB", "Remboursement attendu depuis deux mois", "Omar Haddad", CaseFile.Received().Acknowledged().Answered().Complaint),
            new(CaseFile.Reference, "Refus de prise en charge d’un dégât des eaux", "Jeanne Le Goff", CaseFile.Received().Complaint),
            new("R26-CCCC-DDDD", "Résiliation non prise en compte", "Lucie Petit", CaseFile.Received().Acknowledged().Complaint),
        ],
        SetAside =
        [
            new("p1", new DateTimeOffset(2026, 3, 20, 22, 14, 0, TimeSpan.FromHours(1)), new DateOnly(2026, 4, 1), "anonyme@example.com", "Bonjour", "Je n’ai toujours pas reçu mon attestation.\nMerci", "le champ caché était rempli"),
            new("p2", new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.FromHours(1)), new DateOnly(2026, 3, 13), null, null, null),
        ],
    };

    public static RejectedAct Rejected(string action, string field) => new(
        action,
        new Dictionary<string, string> { [field] = "2027-01-01", ["reason"] = "Expertise en cours" },
        new Dictionary<string, IReadOnlyList<string>> { [field] = ["Cette date ne convient pas."], ["elsewhere"] = ["Autre chose."] });

    public static Html Form(Language language) =>
        ComplaintFormPage.Render(new(Procedure, language, new Dictionary<string, string>(), new Dictionary<string, IReadOnlyList<string>>(), "k-1"));

    private static Html FormWithErrors() => ComplaintFormPage.Render(new(
        Procedure,
        Language.French,
        new Dictionary<string, string> { ["subject"] = "Retard", ["kind"] = "professional", ["representativeName"] = "Ker" },
        new Dictionary<string, IReadOnlyList<string>> { ["name"] = ["Indiquez votre nom."], ["description"] = ["Dites-nous ce qui s’est passé."], ["email"] = ["Cette adresse n’est pas complète."], ["attachments"] = ["Ce fichier dépasse 10 Mo."] },
        "k-2"));

    private static Html Client(CaseFile file, params string[] actions) => ClientPage.Render(ClientModel(file, Language.French, actions));

    private static Html Staff(CaseFile file, StaffMember person, params string[] actions) => StaffPage.Render(StaffModel(file, person, actions));

    private static Html Letter(LetterKind kind)
    {
        CaseFile file = CaseFile.Received(hasEmail: false).Submitted(channel: AnswerChannel.Letter).Approved();
        return LetterPage.Render(new()
        {
            Kind = kind,
            Reference = CaseFile.Reference,
            Complaint = file.Complaint,
            Dossier = file.Dossier,
            Procedure = Procedure,
            Date = Today,
            SignedBy = SampleFirm.Handler.Name,
            Answer = AnswerDocument.Compose(file.Dossier.DraftTexts[1], 1, Procedure, Language.French),
        });
    }

    private static Html Deadlines(Language language, bool withResult)
    {
        DateOnly day = new(2026, 4, 30);
        Terms terms = Terms.Of(Procedure, Procedure.DefaultRegime);
        return DeadlinesPage.Render(new(
            Procedure,
            language,
            withResult ? new Dictionary<string, string> { ["received"] = "2026-04-30", ["sent"] = "" } : new Dictionary<string, string> { ["received"] = "hier" },
            withResult ? new Dictionary<string, IReadOnlyList<string>>() : new Dictionary<string, IReadOnlyList<string>> { ["received"] = ["Indiquez une date."] },
            withResult ? new(ComplaintFlow.Domain.Procedure.Deadlines.Compute(terms, day, day, day), DeadlineExplanation.Steps(terms, day, day, day, language)) : null));
    }

    private static CaseFile Long(bool answered = true)
    {
        CaseFile file = CaseFile.Received().Acknowledged()
            .Add(Actor.Client, new AttachmentAdded("a1", "application/pdf", 1_482_000, "ab"), new PrivatePart { FileName = "Constat du 4 février.pdf" })
            .Add(CaseFile.Handler, new MessageSent(), "Pouvez-vous nous envoyer la facture du plombier ?".Replace(" ?", "\u202F?", StringComparison.Ordinal))
            .Add(Actor.Client, new MessageReceived(), "La voici. Merci de votre aide.")
            .Add(CaseFile.Handler, new NoteAdded(), "Appeler l’expert avant vendredi.")
            .Add(CaseFile.Handler, new Extended(new DateOnly(2026, 6, 1)), "L’expert passe le 12 mai.")
            .Add(Actor.System, new Reminded(DeadlineKind.Response, new DateOnly(2026, 4, 1), false, false))
            .Add(CaseFile.Manager, new Classified("Habitation", "Refus de garantie", "Pièce manquante", null));
        return answered ? file.Answered() : file.Submitted("Madame,\n\nNous avons revu votre dossier. Votre sinistre sera indemnisé.");
    }

    private static CaseFile ByMail() => CaseFile.Received(channel: Channel.Email)
        .Add(Actor.Client, new MessageReceived(), new PrivatePart { Text = "Suite.", Mail = new MailFrame("a@example.fr", "> Avant", "Jeanne Le Goff") });

    private static CaseFile Erased()
    {
        CaseFile erased = new();
        foreach (JournalLine line in CaseFile.Received().Acknowledged().Answered().Add(Actor.System, new Closed(Closure.Satisfied, new DateOnly(2026, 4, 1))).Journal)
        {
            erased.Add(line.Actor, line.Fact);
        }

        return erased;
    }
}
