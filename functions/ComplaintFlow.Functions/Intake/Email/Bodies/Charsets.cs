using System.Collections.Frozen;
using System.Text;

namespace ComplaintFlow.Functions.Intake.Email.Bodies;

/// <summary>The encodings behind the names that mails use.</summary>
internal static class Charsets
{
    /// <summary>Names no registry knows but mails carry, and those that mean windows-1252 (WHATWG Encoding, 4.2).</summary>
    private static readonly FrozenDictionary<string, int> Names = new Dictionary<string, int>
    {
        ["utf8"] = 65001,
        ["utf-8mb4"] = 65001,
        ["unicode"] = 1200,
        ["utf-16"] = 1200,
        ["iso-8859-1"] = 1252,
        ["iso8859-1"] = 1252,
        ["iso_8859-1"] = 1252,
        ["latin1"] = 1252,
        ["latin-1"] = 1252,
        ["l1"] = 1252,
        ["ansi"] = 1252,
        ["cp1252"] = 1252,
        ["cp-1252"] = 1252,
        ["win-1252"] = 1252,
        ["windows1252"] = 1252,
        ["us-ascii"] = 1252,
        ["ascii"] = 1252,
        ["ansi_x3.4-1968"] = 1252,
        ["iso8859-15"] = 28605,
        ["latin9"] = 28605,
        ["latin-9"] = 28605,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    public static Encoding Windows1252 { get; } = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    public static Encoding StrictWindows1252 { get; } =
        CodePagesEncodingProvider.Instance.GetEncoding(1252, EncoderFallback.ExceptionFallback, DecoderFallback.ReplacementFallback)!;

    /// <summary>Null for a name that says nothing.</summary>
    public static Encoding? Of(string? label)
    {
        string name = (label ?? "").Trim(' ', '"', '\'', ';', '\t');
        if (name.Length is 0 or > 60 || name.StartsWith("unknown", StringComparison.OrdinalIgnoreCase) || name.StartsWith("x-unknown", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        try
        {
            return Names.TryGetValue(name, out int page)
                ? CodePagesEncodingProvider.Instance.GetEncoding(page) ?? Encoding.GetEncoding(page)
                : CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        }
        catch (Exception error) when (error is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    public static Encoding? OfMark(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8
        : bytes.StartsWith(Encoding.UTF32.Preamble) ? Encoding.UTF32
        : bytes.StartsWith(Encoding.Unicode.Preamble) ? Encoding.Unicode
        : bytes.StartsWith(Encoding.BigEndianUnicode.Preamble) ? Encoding.BigEndianUnicode
        : null;
}
