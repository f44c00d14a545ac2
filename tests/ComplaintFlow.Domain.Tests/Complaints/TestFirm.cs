using ComplaintFlow.Domain.Complaints;
using ComplaintFlow.Domain.Directory;
using ComplaintFlow.Domain.Procedure;
using ComplaintFlow.Domain.Tests.Procedure;

namespace ComplaintFlow.Domain.Tests.Complaints;

/// <summary>
/// The firm of the tests: three handlers, a manager, a director. Anne is the usual contact of the client and away in
/// August, when Bruno stands in. Everything is made anew on each call, so that no test shares state with another.
/// </summary>
internal static class TestFirm
{
    public const string ClientEmail = "client1001@example.fr";

    public static Actor Anne => Actor.Staff(Address("anne"));

    public static Actor Bruno => Actor.Staff(Address("bruno"));

    public static Actor Claire => Actor.Staff(Address("claire"));

    public static Actor Manon => Actor.Staff(Address("manon"));

    public static Actor Denis => Actor.Staff(Address("denis"));

    public static StaffDirectory Directory => new()
    {
        DefaultHandler = Address("claire"),
        Staff =
        [
            Person("anne", StaffRole.Handler) with { Deputy = Address("bruno"), Absences = [new(new(2026, 8, 3), new(2026, 8, 21))] },
            Person("bruno", StaffRole.Handler),
            Person("claire", StaffRole.Handler),
            Person("manon", StaffRole.Manager),
            Person("denis", StaffRole.Director),
        ],
        Clients = [new() { ClientNumber = "C-1001", Email = ClientEmail, Handler = Address("anne") }],
    };

    public static Regime Insurance => new() { Name = "insurance", Title = new("Assurance", "Insurance") };

    public static Regime PaymentServices => new()
    {
        Name = "payment-services",
        Title = new("Services de paiement", "Payment services"),
        Respond = new(15, DelayUnit.WorkingDays),
        LevelTwo = new(1, DelayUnit.Months),
        LongestExtension = new(35, DelayUnit.WorkingDays),
        ResponseReminders = [7, 14],
        ManagerFromDay = 14,
        NoFollowUpDays = 30,
    };

    public static ProcedureVersion Procedure => ProcedureOf(Insurance, PaymentServices);

    public static ProcedureVersion ProcedureOf(params IReadOnlyList<Regime> regimes)
    {
        ProcedureVersion version = Samples.Version("2026-1", new(2026, 1, 1), regimes);
        return version with
        {
            Firm = version.Firm with { ComplaintsEmail = "réclamation@courtier.example", ComplaintsEmailAlias = "reclamation@courtier.example" },
            Mediator = new()
            {
                Name = "La Médiation de l’Assurance",
                PostalAddress = "TSA 50110, 75441 Paris Cedex 09",
                Email = "mediateur@mediation.example",
                Website = "https://mediation.example",
            },
        };
    }

    public static StaffMember Person(string name, params IReadOnlyList<StaffRole> roles) =>
        new() { Email = Address(name), Name = name, Roles = roles };

    public static string Address(string name) => $"{name}@courtier.example";

    /// <summary>An instant by the clocks of Paris: <c>2026-03-02 09:00</c>; the first of the two where an hour comes twice.</summary>
    public static DateTimeOffset Paris(string text) =>
        Procedure.CivilTime.At(Day(text[..10]), text.Length > 10 ? TimeOnly.Parse(text[11..]) : TimeOnly.MinValue);

    public static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd");
}
