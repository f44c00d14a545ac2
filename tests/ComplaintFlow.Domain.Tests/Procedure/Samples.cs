using ComplaintFlow.Domain.Calendar;
using ComplaintFlow.Domain.Procedure;

namespace ComplaintFlow.Domain.Tests.Procedure;

/// <summary>The terms of the two regimes, and a procedure to take them from.</summary>
internal static class Samples
{
    public static readonly Terms Terms = new(
        "insurance", "2026-1", HolidayZone.Metropole, ClockStart.Receipt,
        new(10, DelayUnit.WorkingDays), new(2, DelayUnit.Months), new(2, DelayUnit.Months));

    public static readonly Terms PaymentTerms = Terms with { Regime = "payment-services", Respond = new(15, DelayUnit.WorkingDays) };

    public static ProcedureVersion Version(string version, DateOnly inForceFrom, params IReadOnlyList<Regime> regimes) => new()
    {
        Version = version,
        InForceFrom = inForceFrom,
        Firm = new()
        {
            Name = "Courtier",
            OriasNumber = "07000000",
            PostalAddress = "1 rue de la Paix, 75002 Paris",
            Phone = "01 00 00 00 00",
            ComplaintsEmail = "reclamations@courtier.example",
            ComplaintsEmailAlias = "reclamations@courtier.example",
            SenderEmail = "ne-pas-repondre@courtier.example",
        },
        Mediator = new() { Name = "Médiateur", PostalAddress = "Paris", Website = "https://mediateur.example" },
        Privacy = new()
        {
            Controller = "Courtier",
            Purpose = new("Traiter", "Handle"),
            Basis = new("Loi", "Law"),
            Rights = new("Accès", "Access"),
            Contact = "dpo@courtier.example",
        },
        Regimes = regimes,
    };
}
