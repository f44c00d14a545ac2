using ComplaintFlow.Domain.Calendar;
using ComplaintFlow.Domain.Complaints;
using ComplaintFlow.Domain.Directory;
using ComplaintFlow.Domain.Procedure;
using ComplaintFlow.Functions.Mail;

namespace ComplaintFlow.Mail.Tests;

/// <summary>A firm, its staff and a client, as the mails show them.</summary>
internal static class Samples
{
    public const string Reference = "R26-7KQ4-M2ZD";
    public const string ClientLink = "https://reclamations.courtier.example/c/JETON-CLIENT";
    public const string StaffLink = "https://reclamations.courtier.example/s/JETON-PERSONNEL";
    public const string Handler = "julie.moreau@courtier.example";
    public const string Deputy = "paul.henry@courtier.example";
    public const string Manager = "claire.dumas@courtier.example";
    public const string Director = "marc.lefort@courtier.example";

    public static ProcedureVersion Procedure { get; } = new()
    {
        Version = "2026-1",
        InForceFrom = new(2026, 1, 1),
        Firm = new()
        {
            Name = "Madame Courtage",
            OriasNumber = "07 012 345",
            PostalAddress = "12 rue des Tilleuls, 69003 Lyon",
            Phone = "04 65 71 12 34",
            ComplaintsEmail = "réclamation@courtier.example",
            ComplaintsEmailAlias = "reclamation@courtier.example",
            SenderEmail = "reclamation@courtier.example",
        },
        Mediator = new()
        {
            Name = "La Médiation de l’Assurance",
            PostalAddress = "TSA 50110, 75441 Paris Cedex 09",
            Email = "le.mediateur@mediation.example",
            Website = "https://www.mediation.example",
        },
        Privacy = new()
        {
            Controller = "Madame Courtage, 12 rue des Tilleuls, 69003 Lyon",
            Purpose = new(
                "Traiter votre réclamation, vous tenir informé de son avancement et tenir le registre des réclamations",
                "To handle your complaint, keep you informed of its progress and keep the register of complaints"),
            Basis = new("Les obligations légales du cabinet", "The firm’s legal obligations"),
            Rights = new(
                "Accès, rectification, effacement au terme de la conservation, limitation ; réclamation auprès de la CNIL",
                "Access, correction, erasure after the retention period, restriction; complaint to the CNIL"),
            Contact = "donnees-personnelles@courtier.example",
        },
        Regimes = [new() { Name = "insurance", Title = new("Assurance", "Insurance") }],
    };

    /// <summary>With the texts that come with the program.</summary>
    public static Mails Mails { get; } = new(MailTemplates.Default);

    public static StaffDirectory Directory { get; } = new()
    {
        DefaultHandler = Handler,
        Staff =
        [
            new() { Email = Handler, Name = "Julie Moreau", Roles = [StaffRole.Handler], Deputy = Deputy },
            new() { Email = Deputy, Name = "Paul Henry", Roles = [StaffRole.Handler] },
            new() { Email = Manager, Name = "Claire Dumas", Roles = [StaffRole.Manager] },
            new() { Email = Director, Name = "Marc Lefort", Roles = [StaffRole.Director] },
        ],
    };

    public static Terms Terms { get; } = Terms.Of(Procedure, Procedure.DefaultRegime);

    public static PrivatePart French { get; } = new()
    {
        Complainant = new()
        {
            Name = "Jeanne Martin",
            Email = "jeanne.martin@exemple.fr",
            Phone = "06 12 34 56 78",
            PostalAddress = "4 impasse du Puits\n01000 Bourg-en-Bresse",
            ClientNumber = "C-1001",
        },
        Subject = "Remboursement refusé après un dégât des eaux",
        Description = "Bonjour,\n\nVotre assureur refuse de rembourser la réparation du plafond (1 240 €), alors que le contrat la prévoit.\n\nMerci de revoir ma demande.",
        Contract = "MRH-552 018",
    };

    public static PrivatePart English { get; } = French with
    {
        Complainant = French.Complainant! with { Name = "Jane Martin", Email = "jane.martin@example.co.uk" },
        Subject = "Refund refused after a water leak",
        Description = "Hello,\n\nYour insurer refuses to pay for the ceiling (€1,240) although the policy covers it.\n\nPlease look again.",
    };

    public static ComplaintReceived Received(Channel channel = Channel.Web, Language language = Language.French, bool email = true) => new(
        channel,
        language,
        ComplainantKind.Consumer,
        email,
        "Multirisque habitation",
        Handler,
        Terms,
        new(2026, 3, 2),
        new(2026, 3, 2),
        channel is Channel.Phone or Channel.Counter ? null : new(2026, 3, 2),
        new(2026, 3, 2));

    /// <summary>The instant of a time of day in Paris.</summary>
    public static DateTimeOffset At(int year, int month, int day, int hour = 9, int minute = 0) =>
        Procedure.CivilTime.At(new DateOnly(year, month, day), new TimeOnly(hour, minute));
}
