using CsCheck;

namespace ComplaintFlow.Storage.Tests;

/// <summary>Rows and texts that have broken stores before.</summary>
internal static class Samples
{
    public static TheoryData<string> Texts => new(
        "",
        " ",
        " both ends ",
        "été à Noël, cœur, « guillemets » et 1 000 €",
        "a\u0000b",
        "\u0000",
        "\u0001\u0008\u000b\u001f\u007f\u0085",
        "line\r\nline\rline\nline\t",
        "\ufeffBOM \ufffe \uffff",
        "e\u0301 n'est pas \u00e9",
        "😀 👩‍👩‍👧 𝄞",
        "\u202eright to left \u2028 \u2029",
        "<b>\"quoted\" & 'single'</b> \\ / %41 + ;",
        "2026-03-02T09:00:00.0000000Z",
        "true",
        "null",
        "12");

    public static IReadOnlyDictionary<string, object> Extremes { get; } = new Dictionary<string, object>
    {
        ["yes"] = true,
        ["no"] = false,
        ["intMin"] = int.MinValue,
        ["intZero"] = 0,
        ["intMax"] = int.MaxValue,
        ["longMin"] = long.MinValue,
        ["longSmall"] = 5L,
        ["longMax"] = long.MaxValue,
        ["doubleWhole"] = 5.0,
        ["doubleTiny"] = double.Epsilon,
        ["doubleHuge"] = double.MaxValue,
        ["doubleThird"] = 1 / 3.0,
        ["doublePrecise"] = 0.1 + 0.2,
        ["instantFirst"] = new DateTimeOffset(1601, 1, 1, 0, 0, 0, TimeSpan.Zero),
        ["instantTick"] = new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero).AddTicks(1),
        ["instantLast"] = DateTimeOffset.MaxValue,
        ["empty"] = "",
        ["none"] = Array.Empty<byte>(),
        ["bytes"] = Enumerable.Range(0, 256).Select(n => (byte)n).ToArray(),
        ["_"] = "underscore",
        ["reçuLe"] = "accent in a name",
        ["Case"] = 1,
        ["case"] = 2,
        ["largest"] = new string('é', 32 * 1024),
        ["largestBytes"] = new byte[64 * 1024],
    };

    public static Gen<IReadOnlyDictionary<string, object>> AnyRow { get; } =
        Gen.Dictionary(Gen.String[Gen.Char["abcXYZ_"], 1, 12], AnyValue())[0, 12]
            .Select(row => (IReadOnlyDictionary<string, object>)row);

    public static void AssertSame(IReadOnlyDictionary<string, object> expected, IReadOnlyDictionary<string, object> actual)
    {
        Assert.Equal(expected.Keys.Order(StringComparer.Ordinal), actual.Keys.Order(StringComparer.Ordinal));
        foreach ((string name, object value) in expected)
        {
            Assert.Equal(value.GetType(), actual[name].GetType());
            if (value is double number)
            {
                Assert.Equal(BitConverter.DoubleToInt64Bits(number), BitConverter.DoubleToInt64Bits((double)actual[name]));
            }
            else
            {
                Assert.Equal(value, actual[name]);
            }
        }
    }

    private static Gen<object> AnyValue() => Gen.OneOf(
        Gen.String[Gen.Char, 0, 60].Where(text => !text.Any(char.IsSurrogate)).Select(text => (object)text),
        Gen.String[Gen.Char['\u0000', '\u00ff'], 0, 60].Select(text => (object)text),
        Gen.Int[0x10000, 0x10ffff].Select(rune => (object)char.ConvertFromUtf32(rune)),
        Gen.Bool.Select(flag => (object)flag),
        Gen.Int.Select(number => (object)number),
        Gen.Long.Select(number => (object)number),
        Gen.Double.Where(number => double.IsFinite(number) && !(number == 0 && double.IsNegative(number))).Select(number => (object)number),
        Gen.Long[new DateTime(1601, 1, 1).Ticks, DateTime.MaxValue.Ticks]
            .Select(ticks => (object)new DateTimeOffset(ticks, TimeSpan.Zero)),
        Gen.Byte.Array[0, 200].Select(bytes => (object)bytes));
}
