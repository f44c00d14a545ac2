using ComplaintFlow.Domain.Complaints;
using ComplaintFlow.Functions.Complaints;
using ComplaintFlow.Functions.Mail;

namespace ComplaintFlow.Architecture.Tests;

/// <summary>Lists that must keep step with a hierarchy or an enumeration.</summary>
public sealed class ClosedHierarchiesTests
{
    public static TheoryData<Type> Facts { get; } =
        [.. Parts.Written(Parts.Domain).Where(type => type.IsSubclassOf(typeof(ComplaintEvent)) && !type.IsAbstract)];

    [Theory]
    [MemberData(nameof(Facts))]
    public void EveryFact_HasAStoredName_ThatLeadsBackToIt(Type fact)
    {
        ComplaintEvent blank = (ComplaintEvent)System.Runtime.CompilerServices.RuntimeHelpers.GetUninitializedObject(fact);

        Assert.Equal(fact, FactNames.TypeOf(FactNames.Of(blank)));
    }

    [Fact]
    public void EveryKindOfMail_HasItsComposer()
    {
        string composers = Source.Read("functions/ComplaintFlow.Functions/Mail/Mails.cs");
        Assert.All(Enum.GetNames<MailKind>(), kind => Assert.Contains($"{nameof(MailKind)}.{kind}", composers, StringComparison.Ordinal));
        Assert.NotNull(typeof(SignInMail).GetMethod("Compose"));
        Assert.NotNull(typeof(WaitingMail).GetMethod("Compose"));
    }

    [Fact]
    public void EveryRecord_OfTheHierarchies_IsSealed() => Assert.All(
        Parts.Written(Parts.Domain).Where(type => type.IsSubclassOf(typeof(ComplaintEvent)) || type.IsSubclassOf(typeof(Command))),
        type => Assert.True(type.IsSealed || type.IsAbstract, type.Name));
}
