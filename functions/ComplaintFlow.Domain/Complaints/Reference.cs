using System.Buffers;
using System.Diagnostics.CodeAnalysis;

namespace ComplaintFlow.Domain.Complaints;

/// <summary>
/// The name of a complaint, <c>R26-7KQ4-M2ZD</c>: the year it was entered, seven random characters and a check character,
/// from an alphabet without 0, 1, I, L and O. It is also a table key and an orchestration id.
/// </summary>
public readonly record struct Reference
{
    private const string Alphabet = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
    private const int RandomLength = 7;
    private static readonly SearchValues<char> Letters = SearchValues.Create(Alphabet);

    private Reference(string value) => Value = value;

    public string Value { get; }

    /// <summary>Number of random bytes that <see cref="Make"/> needs.</summary>
    public static int Entropy => RandomLength * 2;

    /// <summary>Makes a reference of <paramref name="year"/> from <see cref="Entropy"/> random bytes.</summary>
    public static Reference Make(int year, ReadOnlySpan<byte> random)
    {
        Span<char> body = stackalloc char[RandomLength];
        for (int i = 0; i < RandomLength; i++)
        {
            // Two bytes a character: the bias of the remainder is then below one in two thousand.
            body[i] = Alphabet[((random[2 * i] << 8) | random[(2 * i) + 1]) % Alphabet.Length];
        }

        string plain = $"{year % 100:00}{body}";
        return new Reference(Format(plain + Check(plain)));
    }

    /// <summary>Reads a reference with or without dashes or spaces, in either case; false when it is not one (the check character included).</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out Reference reference)
    {
        reference = default;
        if (text is null || text.Length > 40)
        {
            return false;
        }

        string plain = text.Replace("-", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();
        if (plain.Length != 4 + RandomLength || plain[0] != 'R' || !char.IsAsciiDigit(plain[1]) || !char.IsAsciiDigit(plain[2])
            || plain.AsSpan(3).ContainsAnyExcept(Letters) || Check(plain[1..^1]) != plain[^1])
        {
            return false;
        }

        reference = new Reference(Format(plain[1..]));
        return true;
    }

    public override string ToString() => Value;

    private static string Format(string plain) => $"R{plain[..2]}-{plain[2..6]}-{plain[6..]}";

    /// <summary>Weighted sum modulo the prime 31: catches every wrong character and every exchange of two neighbours.</summary>
    private static char Check(string plain)
    {
        int sum = 0;
        for (int i = 0; i < plain.Length; i++)
        {
            int value = i < 2 ? plain[i] - '0' : Alphabet.IndexOf(plain[i], StringComparison.Ordinal);
            sum += (i + 2) * value;
        }

        return Alphabet[sum % Alphabet.Length];
    }
}
