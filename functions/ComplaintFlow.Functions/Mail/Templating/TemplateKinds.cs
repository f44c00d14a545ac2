using ComplaintFlow.Domain.Complaints;
using ComplaintFlow.Functions.Mail.Kinds;

namespace ComplaintFlow.Functions.Mail.Templating;

/// <summary>Every template there is.</summary>
internal static class TemplateKinds
{
    public const string MediatorLetter = "mediator-letter";
    public const string MediatorText = "mediator-text";
    public const string NewLink = "new-link";
    public const string Undelivered = "undelivered";

    private static readonly Need FollowUp = Need.Link("follow_up");
    private static readonly Need Page = Need.Link("page");
    private static readonly Need Reference = Need.Value("reference", "la réponse du client se reconnaît à sa référence");
    private static readonly Need Mediator = Need.Tag(MailTags.Mediator, "le client doit savoir comment saisir le médiateur");

    public static IReadOnlyList<TemplateKind> All { get; } =
    [
        Client(
            MailKind.Acknowledgement,
            AcknowledgementMail.Variables,
            [
                Need.Value("received_on", "le délai de réponse se compte de cette date"),
                Need.Value("respond_by", "la date de réponse est promise au client"),
                Need.Tag(MailTags.Quote, "description", "l’accusé de réception dit ce qui a été reçu"),
                Need.Tag(MailTags.Level2, "le client doit savoir comment demander une nouvelle étude"),
                Mediator,
                .. PrivacyVariables.All.Names.Select(name => Need.Value(name, "mention obligatoire sur les données personnelles")),
            ]),
        Client(
            MailKind.InvitationToWrite,
            InvitationToWriteMail.Variables,
            Need.Value("complaints_addresses", "le client doit savoir où écrire"),
            Need.Value("firm_address", "le client doit savoir où écrire")),
        Client(
            MailKind.DatedCopy,
            DatedCopyMail.Variables,
            Need.Value("written_on", "la copie est datée"),
            Need.Tag(MailTags.Quote, "description", "la copie porte le texte de la réclamation")),
        Client(MailKind.MediatorInformation, MediatorInformationMail.Variables, Mediator),
        Client(
            MailKind.Extension,
            ExtensionMail.Variables,
            Need.Value("new_date", "le client doit connaître la nouvelle date"),
            Need.Tag(MailTags.Quote, "reason", "le client doit connaître la raison")),
        Client(MailKind.Progress, ProgressMail.Variables),
        Client(
            MailKind.Answer,
            AnswerMail.Variables,
            Need.Tag(MailTags.Words, "answer", "c’est la réponse", isOnce: true),
            Need.Tag(MailTags.Level2, "toute réponse de niveau 1 dit comment demander une nouvelle étude"),
            Mediator with { Why = "toute réponse écrite dit comment saisir le médiateur" }),
        Client(MailKind.Closed, ClosedMail.Variables),
        Staff(MailKind.Assignment, AssignmentMail.Variables, Page),
        Staff(MailKind.AcknowledgementReminder, ReminderMail.Variables, Page, Need.Value("due", "le rappel dit l’échéance")),
        Staff(MailKind.ResponseReminder, ReminderMail.Variables, Page, Need.Value("due", "le rappel dit l’échéance")),
        Staff(MailKind.DeadlineMissed, DeadlineMissedMail.Variables, Page, Need.Value("missed_on", "le message dit l’échéance manquée")),
        TemplateKind.Staff(MediatorLetter, MediatorLetterMail.Variables, Page, Need.Tag(MailTags.Letter, "c’est la lettre à envoyer")),
        Staff(MailKind.ApprovalRequest, ApprovalRequestMail.Variables, Page, Need.Tag(MailTags.Quote, "draft", "c’est ce qui est à approuver")),
        Staff(MailKind.Returned, ReturnedMail.Variables, Page, Need.Tag(MailTags.Quote, "comment", "c’est ce qui est à reprendre")),
        Staff(MailKind.ClientMessage, ClientMessageMail.Variables, Page, Need.Tag(MailTags.Quote, "message", "c’est ce que le client a écrit")),
        Staff(MailKind.Level2Request, Level2RequestMail.Variables, Page, Need.Value("level2_by", "la réponse est due à cette date")),
        Staff(MailKind.DeliveryFailed, DeliveryFailedMail.Variables, Page),
        Staff(MailKind.WaitingMail, WaitingMail.Variables, Need.Link("desk")),
        Staff(MailKind.MailboxUnread, MailboxUnreadMail.Variables, Need.Link("desk"), Need.Value("mailbox", "le message dit quelle boîte"), Need.Value("fault", "le message dit la cause")),
        Staff(MailKind.SignIn, SignInMail.Variables, Need.Link("sign_in")),
        TemplateKind.Client(NewLink, NewLinkMail.Variables, Page),
        TemplateKind.Staff(Undelivered, UndeliveredMail.Variables, Need.Link("desk"), Need.Value("email", "le message dit quelle adresse")),
        TemplateKind.ClientPart("signature"),
        TemplateKind.ClientPart("follow-up"),
        TemplateKind.ClientPart("privacy"),
        TemplateKind.ClientPart("promise"),
        TemplateKind.ClientPart(MediatorText, MediatorInformationMail.Variables, Mediator),
        TemplateKind.StaffPart("summary"),
        TemplateKind.StaffPart("owed"),
        TemplateKind.StaffPart("client-words"),
        TemplateKind.StaffPart("personal-link"),
    ];

    private static readonly Dictionary<string, TemplateKind> ByName = All.ToDictionary(kind => kind.Name, StringComparer.Ordinal);

    public static TemplateKind Of(TemplateName template) => ByName[template.Name];

    /// <summary>A mail to a client has its follow-up link, and its reference in the subject or the text.</summary>
    private static TemplateKind Client(MailKind kind, Variables variables, params IReadOnlyList<Need> needs) =>
        TemplateKind.Client(WireName.Of(kind), variables, [FollowUp, Reference, .. needs]);

    private static TemplateKind Staff(MailKind kind, Variables variables, params IReadOnlyList<Need> needs) =>
        TemplateKind.Staff(WireName.Of(kind), variables, needs);
}
