using ComplaintFlow.Domain.Complaints;
using ComplaintFlow.Functions.Links;
using CsCheck;

namespace ComplaintFlow.Mail.Tests;

public sealed class ReplyTagsTests
{
    private static readonly ReplyTags Tags = new(new string('k', 40), null);
    private static readonly Gen<Reference> AnyReference = Gen.Byte.Array[Reference.Entropy].Select(bytes => Reference.Make(2026, bytes));

    [Fact]
    public void Tag_OfAnyComplaint_IsReadBackInAnyCase() => AnyReference.Sample(reference =>
    {
        string local = $"reclamation+{Tags.Of(reference)}";
        ReplyTag expected = new(reference, IsGenuine: true);
        Assert.True(local.Length <= 64);
        Assert.All([local, local.ToUpperInvariant(), local.ToLowerInvariant()], written => Assert.Equal(expected, Tags.Read(written)));
    });

    [Fact]
    public void Tag_WithAnyCharacterChanged_IsNotGenuine() => AnyReference.Select(Gen.Int[0, 31], Gen.Char["0123456789abcdefghjkmnpqrstuvwxyz"]).Sample((reference, place, character) =>
    {
        string tag = Tags.Of(reference);
        int at = place % tag.Length;
        string changed = tag[..at] + character + tag[(at + 1)..];
        Assert.True(changed.Equals(tag, StringComparison.OrdinalIgnoreCase) || Tags.Read($"reclamation+{changed}") is not { IsGenuine: true });
    });

    [Fact]
    public void Tag_OfAnotherComplaint_IsNotGenuine() => AnyReference.Select(AnyReference).Where((one, other) => one != other).Sample((one, other) =>
    {
        string[] parts = Tags.Of(one).Split('.');
        string swapped = $"{Tags.Of(other).Split('.')[0]}.{parts[1]}";
        Assert.Equal(new ReplyTag(other, IsGenuine: false), Tags.Read($"reclamation+{swapped}"));
    });

    [Fact]
    public void Tag_MadeBeforeAChangeOfKeys_IsGenuineWhileThePreviousOneIsKnown()
    {
        Reference reference = Reference.Make(2026, new byte[Reference.Entropy]);
        string local = $"reclamation+{Tags.Of(reference)}";
        Assert.True(new ReplyTags(new string('n', 40), new string('k', 40)).Read(local)!.IsGenuine);
        Assert.False(new ReplyTags(new string('n', 40), new string('o', 40)).Read(local)!.IsGenuine);
        Assert.NotEqual(Tags.Of(reference), new ReplyTags(new string('n', 40), new string('k', 40)).Of(reference));
    }

    [Theory]
    [InlineData("reclamation")]
    [InlineData("reclamation+")]
    [InlineData("reclamation+essai")]
    [InlineData("reclamation+R267KQ4M2ZD")]
    [InlineData("reclamation+R267KQ4M2ZD.0123")]
    [InlineData("reclamation+R26AAAAAAAA.0123456789abcdef0123")]
    [InlineData("")]
    public void LocalPart_WithoutATag_HasNone(string localPart) => Assert.Null(Tags.Read(localPart));
}
