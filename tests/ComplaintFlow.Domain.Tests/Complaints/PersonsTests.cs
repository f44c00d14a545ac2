using ComplaintFlow.Domain.Complaints;
using static ComplaintFlow.Domain.Tests.Complaints.TestFirm;

namespace ComplaintFlow.Domain.Tests.Complaints;

/// <summary>Actors and recipients, by their names outside the code.</summary>
public sealed class PersonsTests
{
    [Fact]
    public void Actor_HasTheNameOfTheJournal()
    {
        Assert.Equal("system", Actor.System.Name);
        Assert.Equal("client", Actor.Client.Name);
        Assert.Equal("application", new Actor(ActorKind.Application, Key: "site").Name);
        Assert.Equal(Address("anne"), Actor.Staff(Address("anne"), "desk").Name);
        Assert.Equal("desk", Actor.Staff(Address("anne"), "desk").Key);
    }

    [Fact]
    public void Actor_IsAPersonInAnyCase_AndOnlyAsStaff()
    {
        Assert.True(Anne.Is("Anne@Courtier.example"));
        Assert.False(Anne.Is(Address("bruno")));
        Assert.False(Actor.Client.Is(null));
        Assert.False(new Actor(ActorKind.Application, Address("anne")).Is(Address("anne")));
    }

    [Fact]
    public void Recipient_IsTheClientOrAPerson()
    {
        Assert.True(Recipient.Client.IsClient);
        Assert.Equal("client", Recipient.Client.ToString());
        Assert.False(Recipient.Staff(Address("anne")).IsClient);
        Assert.Equal(Address("anne"), Recipient.Staff(Address("anne")).ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    public void PrivatePart_OfNoWords_IsNone(string? text) => Assert.Null(PrivatePart.OfText(text));
}
