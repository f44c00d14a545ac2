using ComplaintFlow.Domain.Complaints;
using static ComplaintFlow.Domain.Tests.Complaints.TestFirm;

namespace ComplaintFlow.Domain.Tests.Complaints;

/// <summary>What the domain does not know is a bug, said with its name; never silently something else.</summary>
public sealed class UnknownActsTests
{
    [Theory]
    [InlineData(nameof(Acknowledge))]
    [InlineData(nameof(Submit))]
    [InlineData(nameof(Approve))]
    [InlineData(nameof(Return))]
    [InlineData(nameof(RecordSent))]
    [InlineData(nameof(RecordCall))]
    [InlineData(nameof(Extend))]
    [InlineData(nameof(Escalate))]
    [InlineData(nameof(RecordMediatorOutcome))]
    [InlineData(nameof(Close))]
    public void Act_InAStatusNobodyKnows_IsABug(string command)
    {
        ComplaintLife life = new ComplaintLife().Receive().Draft(Manon);
        Complaint unknown = life.Complaint with { Status = (Status)99 };
        InvalidOperationException error = Assert.Throws<InvalidOperationException>(
            () => ComplaintDecider.Decide(unknown, Acts.ByTheRightPerson(command, life), life.Context));
        Assert.Contains("99", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Act_OfACommandNobodyKnows_IsABug()
    {
        ComplaintLife life = new ComplaintLife().Receive();
        InvalidOperationException error = Assert.Throws<InvalidOperationException>(() => life.Decide(new Dance(life.Now)));
        Assert.Contains(nameof(Dance), error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Act_OfAKindOfActorNobodyKnows_IsForbidden()
    {
        ComplaintLife life = new ComplaintLife().Receive();
        Assert.Equal("not-staff", life.Try(new Note(new Actor((ActorKind)9, Address("manon")), life.Now, "?")));
    }

    /// <summary>Not one of the domain's.</summary>
    private sealed record Dance(DateTimeOffset At) : Command(Actor.System, At);
}
