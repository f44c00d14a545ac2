using ComplaintFlow.Domain.Directory;

namespace ComplaintFlow.Domain.Tests.Directory;

public sealed class StaffDirectoryTests
{
    private static readonly DateOnly Present = new(2026, 3, 2);
    private static readonly DateOnly Away = new(2026, 8, 10);

    private static readonly StaffDirectory Firm = new()
    {
        DefaultHandler = "anne@courtier.example",
        Staff =
        [
            Person("anne", StaffRole.Handler) with { Deputy = "bruno@courtier.example", Absences = [August] },
            Person("bruno", StaffRole.Handler) with { Deputy = "claire@courtier.example" },
            Person("claire", StaffRole.Handler),
            Person("manon", StaffRole.Manager) with { Deputy = "denis@courtier.example" },
            Person("denis", StaffRole.Director),
        ],
        Clients =
        [
            new() { ClientNumber = "C-1001", Email = "client1001@example.fr", Handler = "bruno@courtier.example" },
            new() { ClientNumber = "C-1002", Email = "couple@example.fr", Handler = "claire@courtier.example" },
            new() { ClientNumber = "C-1003", Email = "couple@example.fr", Handler = "bruno@courtier.example" },
            new() { ClientNumber = "C-1004", Handler = "parti@courtier.example" },
            new() { ClientNumber = "C-1005", Handler = "anne@courtier.example" },
        ],
    };

    private static Absence August => new(new(2026, 8, 3), new(2026, 8, 21));

    [Theory]
    [InlineData("2026-08-02", false)]
    [InlineData("2026-08-03", true)]
    [InlineData("2026-08-21", true)]
    [InlineData("2026-08-22", false)]
    public void IsAbsentOn_BothEnds_AreInclusive(string date, bool absent) =>
        Assert.Equal(absent, Firm.Staff[0].IsAbsentOn(DateOnly.Parse(date)));

    [Theory]
    [InlineData("ANNE@Courtier.Example")]
    [InlineData(" anne@courtier.example ")]
    public void Find_InAnotherCase_FindsThePerson(string email) => Assert.Same(Firm.Staff[0], Firm.Find(email));

    [Fact]
    public void Find_AnUnknownAddress_IsNull() => Assert.Null(Firm.Find("parti@courtier.example"));

    [Theory]
    [InlineData("C-1001", null, "bruno@courtier.example")]
    [InlineData("c-1001", "couple@example.fr", "bruno@courtier.example")]
    [InlineData("C-9999", "COUPLE@example.fr", "claire@courtier.example")]
    [InlineData(null, "client1001@example.fr", "bruno@courtier.example")]
    [InlineData(null, "inconnu@example.fr", "anne@courtier.example")]
    [InlineData(null, null, "anne@courtier.example")]
    [InlineData("C-1004", null, "anne@courtier.example")]
    public void UsualContact_ByNumberThenEmail_ElseTheDefault(string? number, string? email, string handler) =>
        Assert.Equal(handler, Firm.UsualContact(number, email, Present));

    [Theory]
    [InlineData("C-1005")]
    [InlineData(null)]
    [InlineData("C-1004")]
    public void UsualContact_OfAnAbsentHandler_IsTheDeputy(string? number) =>
        Assert.Equal("bruno@courtier.example", Firm.UsualContact(number, null, Away));

    [Fact]
    public void UsualContact_WithADefaultOutsideTheStaff_IsThatAddress() => Assert.Equal(
        "accueil@courtier.example",
        (Firm with { DefaultHandler = "accueil@courtier.example" }).UsualContact(null, null, Present));

    [Fact]
    public void PresentFor_AnAbsentDeputy_GoesOnToTheNext()
    {
        StaffDirectory firm = Absent("bruno@courtier.example");
        Assert.Equal("claire@courtier.example", firm.PresentFor("anne@courtier.example", Away)?.Email);
    }

    [Fact]
    public void PresentFor_ALoopOfAbsentDeputies_IsThePersonItself()
    {
        StaffDirectory firm = Replace(
            Absent("bruno@courtier.example"), "bruno@courtier.example", bruno => bruno with { Deputy = "anne@courtier.example" });
        Assert.Equal("anne@courtier.example", firm.PresentFor("anne@courtier.example", Away)?.Email);
    }

    [Fact]
    public void PresentFor_ADeputyWhoLeft_IsThePersonItself()
    {
        StaffDirectory firm = Replace(Firm, "anne@courtier.example", anne => anne with { Deputy = "parti@courtier.example" });
        Assert.Equal("anne@courtier.example", firm.PresentFor("anne@courtier.example", Away)?.Email);
    }

    [Fact]
    public void PresentFor_AnUnknownAddress_IsNull() => Assert.Null(Firm.PresentFor("parti@courtier.example", Present));

    [Fact]
    public void With_ARole_IsTheFirstPresentInFileOrder()
    {
        Assert.Equal("anne@courtier.example", Firm.With(StaffRole.Handler, Present)?.Email);
        Assert.Equal("bruno@courtier.example", Firm.With(StaffRole.Handler, Away)?.Email);
        Assert.Equal("claire@courtier.example", Firm.With(StaffRole.Handler, Away, "Bruno@courtier.example")?.Email);
    }

    [Fact]
    public void With_AnAbsentManager_IsTheDeputyUnlessExcepted()
    {
        StaffDirectory firm = Absent("manon@courtier.example");
        Assert.Equal("denis@courtier.example", firm.With(StaffRole.Manager, Away)?.Email);
        Assert.Equal("manon@courtier.example", firm.With(StaffRole.Manager, Away, "denis@courtier.example")?.Email);
    }

    [Fact]
    public void With_OnlyTheExcepted_IsNull() =>
        Assert.Null(Firm.With(StaffRole.Manager, Present, "MANON@courtier.example"));

    [Fact]
    public void Copy_WithOtherClients_LooksUpItsOwn()
    {
        Assert.Equal("bruno@courtier.example", Firm.UsualContact("C-1001", null, Present));
        StaffDirectory other = Firm with { Clients = [] };
        Assert.Equal("anne@courtier.example", other.UsualContact("C-1001", null, Present));
        Assert.Equal(Firm, Firm with { });
    }

    [Fact]
    public void UsualContact_AmongAHundredThousandClients_IsFoundWithoutASearch()
    {
        StaffDirectory firm = Firm with
        {
            Clients = [.. Enumerable.Range(0, 100_000).Select(number => new ClientEntry
            {
                ClientNumber = $"C-{number}",
                Email = $"client{number}@example.fr",
                Handler = number % 2 == 0 ? "bruno@courtier.example" : "claire@courtier.example",
            })],
        };
        for (int number = 0; number < 100_000; number++)
        {
            string expected = number % 2 == 0 ? "bruno@courtier.example" : "claire@courtier.example";
            Assert.Equal(expected, firm.UsualContact(null, $"CLIENT{number}@example.fr", Present));
        }
    }

    private static StaffMember Person(string name, StaffRole role) =>
        new() { Email = $"{name}@courtier.example", Name = name, Roles = [role] };

    private static StaffDirectory Absent(string email) => Replace(Firm, email, person => person with { Absences = [August] });

    private static StaffDirectory Replace(StaffDirectory firm, string email, Func<StaffMember, StaffMember> change) =>
        firm with { Staff = [.. firm.Staff.Select(person => person.Email == email ? change(person) : person)] };
}
