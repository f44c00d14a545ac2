using ComplaintFlow.Domain.Complaints;
using ComplaintFlow.Domain.Directory;
using static ComplaintFlow.Domain.Tests.Complaints.TestFirm;

namespace ComplaintFlow.Domain.Tests.Complaints;

/// <summary>Who may do what, whatever the state: <c>+</c>, or the code of the refusal. Anne is handler and author.</summary>
public sealed class PermissionsTests
{
    private static readonly OutcomeTable Table = new("""
        command               | anne         | claire       | manon        | denis        | client         | application | stranger
        Acknowledge           | +            | not-handler  | +            | not-handler  | for-staff-only | not-staff   | not-staff
        Assign                | +            | not-handler  | +            | not-handler  | for-staff-only | not-staff   | not-staff
        Draft                 | +            | not-handler  | +            | not-handler  | for-staff-only | not-staff   | not-staff
        Submit                | +            | not-author   | not-author   | not-author   | for-staff-only | not-staff   | not-staff
        Approve               | not-approver | not-approver | +            | +            | for-staff-only | not-staff   | not-staff
        Return                | not-approver | not-approver | +            | +            | for-staff-only | not-staff   | not-staff
        RecordSent            | +            | not-handler  | +            | +            | for-staff-only | not-staff   | not-staff
        RecordCall            | +            | not-handler  | +            | not-handler  | for-staff-only | not-staff   | not-staff
        Extend                | +            | not-handler  | +            | not-handler  | for-staff-only | not-staff   | not-staff
        Escalate              | +            | +            | +            | +            | +              | not-staff   | not-staff
        Refer                 | +            | +            | +            | +            | +              | not-staff   | not-staff
        RecordMediatorOutcome | not-manager  | not-manager  | +            | not-manager  | for-staff-only | not-staff   | not-staff
        RecordCourtAction     | +            | +            | +            | +            | +              | not-staff   | not-staff
        Transfer              | +            | not-handler  | +            | not-handler  | for-staff-only | not-staff   | not-staff
        Note                  | +            | not-handler  | +            | not-handler  | for-staff-only | not-staff   | not-staff
        Message               | +            | not-handler  | +            | not-handler  | +              | not-staff   | not-staff
        Attach                | +            | not-handler  | +            | not-handler  | +              | +           | not-staff
        Correct               | +            | not-handler  | +            | not-handler  | for-staff-only | not-staff   | not-staff
        Classify              | +            | not-handler  | +            | not-handler  | for-staff-only | not-staff   | not-staff
        Resend                | +            | not-handler  | +            | not-handler  | for-staff-only | not-staff   | not-staff
        Merge                 | not-manager  | not-manager  | +            | not-manager  | for-staff-only | not-staff   | not-staff
        Absorb                | not-manager  | not-manager  | +            | not-manager  | for-staff-only | not-staff   | not-staff
        ChangeProcedure       | not-manager  | not-manager  | +            | not-manager  | for-staff-only | not-staff   | not-staff
        Hold                  | not-manager  | not-manager  | +            | not-manager  | for-staff-only | not-staff   | not-staff
        Release               | not-manager  | not-manager  | +            | not-manager  | for-staff-only | not-staff   | not-staff
        Requalify             | not-manager  | not-manager  | +            | not-manager  | for-staff-only | not-staff   | not-staff
        Withdraw              | +            | not-handler  | +            | not-handler  | +              | not-staff   | not-staff
        Close                 | +            | not-handler  | +            | not-handler  | for-staff-only | not-staff   | not-staff
        Reopen                | not-manager  | not-manager  | +            | not-manager  | for-staff-only | not-staff   | not-staff
        """);

    private static readonly string[] NotForPeople = [nameof(Receive), nameof(RecordMailSent), nameof(RecordMailDelivered), nameof(RecordMailFailed)];

    [Fact]
    public void Table_OfCommands_IsComplete() => Assert.Equal(Acts.Names.Except(NotForPeople).Order(), Table.Rows.Order());

    [Fact]
    public void Act_OfEveryPerson_IsAllowedAsTheTableSays() => Table.IsConfirmedBy((command, person) =>
        Permission(Acts.LifeIn(Status.AwaitingApproval), command, Who(person)));

    [Fact]
    public void Act_OfTheProgramItself_IsNeverForbidden() =>
        Assert.All(Acts.Names, command => Assert.Equal("+", Permission(Acts.LifeIn(Status.AwaitingApproval), command, Actor.System)));

    [Fact]
    public void Act_InAnotherCaseOfTheAddress_IsTheSamePerson() =>
        Assert.Equal("+", Permission(Acts.LifeIn(Status.AwaitingApproval), nameof(Submit), Actor.Staff("ANNE@Courtier.example")));

    [Theory]
    [InlineData("2026-08-02 12:00", "not-handler")]
    [InlineData("2026-08-03 12:00", "+")]
    [InlineData("2026-08-21 23:59", "+")]
    [InlineData("2026-08-22 00:00", "not-handler")]
    public void Deputy_OfTheHandler_MayActDuringTheAbsenceOnly(string now, string permission)
    {
        ComplaintLife life = new ComplaintLife("2026-08-01 09:00").Receive().SleepUntil(now);
        Assert.Equal(permission, Permission(life, nameof(Note), Bruno));
        Assert.Equal("+", Permission(life, nameof(Note), Anne));
    }

    [Theory]
    [InlineData("2026-03-09 12:00", "not-manager", "not-approver")]
    [InlineData("2026-03-10 12:00", "+", "+")]
    public void Deputy_OfTheManager_ManagesDuringTheAbsenceOnly(string now, string manages, string approves)
    {
        ComplaintLife life = new() { Directory = WithManonAwayFrom("2026-03-10") };
        life.Receive().Submit(Anne).SleepUntil(now);
        Assert.Equal(manages, Permission(life, nameof(Hold), Claire));
        Assert.Equal(approves, Permission(life, nameof(Approve), Claire));
    }

    [Fact]
    public void Act_OnWhatWasNeverReceived_IsRefused() =>
        Assert.Equal("unknown", ComplaintLife.Outcome(ComplaintDecider.Decide(
            null, new Note(Manon, Paris("2026-03-02"), "?"), new ComplaintLife().Context)));

    private static StaffDirectory WithManonAwayFrom(string day) => TestFirm.Directory with
    {
        Staff = [.. TestFirm.Directory.Staff.Select(member => member.Email != Address("manon")
            ? member
            : member with { Deputy = Address("claire"), Absences = [new(Day(day), Day(day).AddDays(7))] })],
    };

    private static string Permission(ComplaintLife life, string command, Actor by) =>
        life.Decide(Acts.Of(command, life, by)) is Decision.Refused { Refusal: { Kind: RefusalKind.Forbidden } refusal } ? refusal.Code : "+";

    private static Actor Who(string person) => person switch
    {
        "client" => Actor.Client,
        "application" => new Actor(ActorKind.Application, Key: "site"),
        _ => Actor.Staff(Address(person)),
    };
}
