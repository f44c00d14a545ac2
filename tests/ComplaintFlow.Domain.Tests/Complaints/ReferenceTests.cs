using ComplaintFlow.Domain.Complaints;
using CsCheck;

namespace ComplaintFlow.Domain.Tests.Complaints;

public sealed class ReferenceTests
{
    private const string Alphabet = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

    private static readonly Gen<Reference> Any =
        Gen.Select(Gen.Int[2020, 2119], Gen.Byte.Array[Reference.Entropy], (year, random) => Reference.Make(year, random));

    [Theory]
    [InlineData(2026, new byte[] { 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 }, "R26-2222-222R")]
    [InlineData(2107, new byte[] { 0, 1, 0, 2, 0, 3, 0, 30, 0, 31, 1, 0, 255, 255 }, "R07-345Z-2A36")]
    public void Make_FromBytes_IsKnown(int year, byte[] random, string reference) =>
        Assert.Equal(reference, Reference.Make(year, random).ToString());

    [Fact]
    public void Make_AnyBytes_GivesAKeyThatReadsBack() => Any.Sample(reference =>
    {
        Assert.Matches("^R[0-9]{2}-[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}$", reference.Value);
        Assert.True(Reference.TryParse(reference.Value, out Reference read));
        Assert.Equal(reference, read);
    });

    [Fact]
    public void Make_EachPairOfBytes_ChoosesItsOwnCharacter() => Assert.Equal(
        Reference.Entropy / 2,
        Enumerable.Range(0, Reference.Entropy / 2).Select(pair =>
        {
            byte[] random = new byte[Reference.Entropy];
            random[(2 * pair) + 1] = 1;
            return Reference.Make(2026, random).Value[..^1];
        }).Distinct().Count());

    [Fact]
    public void TryParse_ASingleWrongCharacter_IsCaught() =>
        Gen.Select(Any, Gen.Int[0, 12], Gen.OneOf(Gen.Char.AlphaNumeric, Gen.Char[Alphabet])).Sample((reference, at, wrong) =>
        {
            char[] letters = reference.Value.ToCharArray();
            if (letters[at] != '-' && char.ToUpperInvariant(wrong) != letters[at])
            {
                letters[at] = wrong;
                Assert.False(Reference.TryParse(new string(letters), out Reference none));
                Assert.Equal(default, none);
            }
        }, iter: 5000);

    [Fact]
    public void TryParse_TwoNeighboursExchanged_IsCaught() => Gen.Select(Any, Gen.Int[0, 9]).Sample((reference, at) =>
    {
        char[] letters = reference.Value.Replace("-", "", StringComparison.Ordinal).ToCharArray();
        (letters[at], letters[at + 1]) = (letters[at + 1], letters[at]);
        Assert.Equal(letters[at] == letters[at + 1], Reference.TryParse(new string(letters), out _));
    }, iter: 2000);

    [Theory]
    [InlineData("R26-2222-222R")]
    [InlineData("r262222222r")]
    [InlineData(" R26 2222 222r ")]
    [InlineData("R-2-6-2-2-2-2-2-2-2-R")]
    public void TryParse_WithoutDashesInEitherCase_ReadsTheSame(string text)
    {
        Assert.True(Reference.TryParse(text, out Reference reference));
        Assert.Equal("R26-2222-222R", reference.Value);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("R26-2222-222")]
    [InlineData("R26-2222-222RY")]
    [InlineData("X26-2222-222R")]
    [InlineData("RA6-2222-222R")]
    [InlineData("R2A-2222-222R")]
    [InlineData("R26-0222-222R")]
    [InlineData("R26_2222_222R")]
    public void TryParse_WhatIsNone_IsFalse(string? text) => Assert.False(Reference.TryParse(text, out _));

    [Theory]
    [InlineData(40, true)]
    [InlineData(41, false)]
    public void TryParse_AnEndlessText_IsNotRead(int length, bool read) =>
        Assert.Equal(read, Reference.TryParse("R26-2222-222R".PadRight(length), out _));
}
