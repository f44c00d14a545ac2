using ComplaintFlow.Domain.Directory;
using ComplaintFlow.Domain.Procedure;

namespace ComplaintFlow.Pages.Tests;

/// <summary>A firm with its procedure and its people.</summary>
internal static class SampleFirm
{
    public static ProcedureVersion Procedure { get; } = new()
    {
        Version = "2026-1",
        InForceFrom = new DateOnly(2026, 1, 1),
        Firm = new()
        {
            Name = "Courtier Exemple",
            OriasNumber = "07 000 000",
            PostalAddress = "12 rue des Lilas, 69003 Lyon",
            Phone = "04 00 00 00 00",
            ComplaintsEmail = "réclamation@courtier.example",
            ComplaintsEmailAlias = "reclamation@courtier.example",
            SenderEmail = "ne-pas-repondre@courtier.example",
        },
        Mediator = new()
        {
            Name = "La Médiation de l’Assurance",
            PostalAddress = "Pôle CSCA, TSA 50110, 75441 Paris Cedex 09",
            Email = "le.mediateur@mediation.example",
            Website = "https://www.mediation.example",
        },
        Privacy = new()
        {
            Controller = "Courtier Exemple, 12 rue des Lilas, 69003 Lyon",
            Purpose = new("Traiter votre réclamation et tenir le registre des réclamations.", "Handling your complaint and keeping the register of complaints."),
            Basis = new("Obligation légale (code des assurances).", "Legal obligation (French insurance code)."),
            Rights = new("Accès, rectification, effacement, limitation ; réclamation auprès de la CNIL.", "Access, correction, erasure, restriction; complaint to the CNIL."),
            Contact = "donnees@courtier.example",
        },
        Regimes =
        [
            new() { Name = "insurance", Title = new("Assurance", "Insurance") },
            new()
            {
                Name = "payment-services",
                Title = new("Services de paiement", "Payment services"),
                Respond = new(15, DelayUnit.WorkingDays),
                LongestExtension = new(35, DelayUnit.WorkingDays),
                LevelOneApproval = new(ApproverRole.None, "Le cabinet ne compte que deux personnes."),
            },
        ],
    };

    public static StaffMember Handler { get; } = new()
    {
        Email = "conseil1@courtier.example",
        Name = "Claire Martin",
        Roles = [StaffRole.Handler],
        Deputy = "conseil2@courtier.example",
        Absences = [new(new DateOnly(2026, 8, 3), new DateOnly(2026, 8, 21))],
    };

    public static StaffMember Manager { get; } = new() { Email = "reclamations@courtier.example", Name = "Paul Dubois", Roles = [StaffRole.Manager] };

    public static StaffDirectory Directory { get; } = new()
    {
        DefaultHandler = Handler.Email,
        Staff =
        [
            Handler,
            new() { Email = "conseil2@courtier.example", Name = "Inès Roche", Roles = [StaffRole.Handler] },
            Manager,
            new() { Email = "direction@courtier.example", Name = "Hélène Garnier", Roles = [StaffRole.Director] },
        ],
    };
}
