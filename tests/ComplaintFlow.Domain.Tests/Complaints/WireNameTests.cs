using ComplaintFlow.Domain.Complaints;

namespace ComplaintFlow.Domain.Tests.Complaints;

public sealed class WireNameTests
{
    [Theory]
    [InlineData("Received", "received")]
    [InlineData("AwaitingApproval", "awaiting-approval")]
    [InlineData("Level2Request", "level-2-request")]
    [InlineData("", "")]
    public void Kebab_OfPascalCase_HasDashes(string pascal, string kebab) => Assert.Equal(kebab, WireName.Kebab(pascal));

    [Fact]
    public void All_OfEveryEnumOfTheContract_AreItsNames()
    {
        Assert.Equal(["received", "acknowledged", "awaiting-approval", "answered", "in-mediation", "closed"], WireName.All<Status>());
        Assert.Equal(["web", "email", "phone", "letter", "counter"], WireName.All<Channel>());
        Assert.Equal(["email", "letter", "phone"], WireName.All<AnswerChannel>());
        Assert.Equal(["consumer", "professional"], WireName.All<ComplainantKind>());
        Assert.Equal(["accepted", "rejected", "inadmissible", "withdrawn"], WireName.All<MediationOutcome>());
        Assert.Equal(["satisfied", "no-follow-up", "withdrawn", "requalified", "merged", "mediation"], WireName.All<Closure>());
        Assert.Equal(["no-answer", "dissatisfied"], WireName.All<MediatorGround>());
        Assert.Equal(
            [
                "acknowledgement", "invitation-to-write", "dated-copy", "assignment", "acknowledgement-reminder", "response-reminder",
                "deadline-missed", "mediator-information", "extension", "progress", "approval-request", "returned", "answer",
                "client-message", "level-2-request", "delivery-failed", "waiting-mail", "mailbox-unread", "closed", "sign-in",
            ],
            WireName.All<MailKind>());
    }

    [Fact]
    public void TryParse_OfEveryName_ReadsItBack() => Assert.All(Enum.GetValues<MailKind>(), kind =>
    {
        Assert.True(WireName.TryParse(WireName.Of(kind), out MailKind read));
        Assert.Equal(kind, read);
    });

    [Theory]
    [InlineData("Closed")]
    [InlineData("none")]
    [InlineData("5")]
    [InlineData("")]
    [InlineData(null)]
    public void TryParse_OfWhatIsNoName_IsFalse(string? name)
    {
        Assert.False(WireName.TryParse(name, out Status status));
        Assert.Equal(default, status);
    }
}
