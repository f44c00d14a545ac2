using System.Text;
using MimeKit;

namespace ComplaintFlow.Functions.Intake.Email.Bodies;

/// <summary>
/// Bytes to text, whatever the label says. In this order: a byte order mark; UTF-16 that shows by its zeros; UTF-8 that is
/// valid where the label names an encoding of single bytes or none; the label; and bytes that do not fit UTF-8 as windows-1252,
/// one by one, so that a text pasted together from both is read right in both parts (WHATWG Encoding for the names and for
/// iso-8859-1 being windows-1252).
/// </summary>
public static class TextDecoder
{
    /// <param name="label">The charset parameter; null when there is none.</param>
    /// <returns>The text, and the name of the encoding taken when that is not what the label says; else null.</returns>
    public static (string Text, string? Guess) Decode(ReadOnlySpan<byte> bytes, string? label)
    {
        Encoding? labelled = Charsets.Of(label);
        if (Charsets.OfMark(bytes) is { } marked)
        {
            return (marked.GetString(bytes[marked.Preamble.Length..]), labelled is null || labelled.CodePage == marked.CodePage ? null : marked.WebName);
        }

        if (WithoutMark(bytes, labelled) is { } wide)
        {
            return (wide.GetString(bytes), wide.CodePage == labelled?.CodePage ? null : wide.WebName);
        }

        bool isAscii = bytes.IndexOfAnyInRange((byte)0x80, (byte)0xFF) < 0;
        bool isUtf8 = System.Text.Unicode.Utf8.IsValid(bytes);
        if (isAscii && (labelled is null || labelled.IsSingleByte || labelled.CodePage == Encoding.UTF8.CodePage))
        {
            return (Encoding.UTF8.GetString(bytes), null);
        }

        if (isUtf8 && (labelled is null || labelled.IsSingleByte || labelled.CodePage == Encoding.UTF8.CodePage))
        {
            string text = Encoding.UTF8.GetString(bytes);
            string mended = Mended(text);
            bool isAsSaid = labelled?.CodePage == Encoding.UTF8.CodePage && ReferenceEquals(text, mended);
            return (mended, isAsSaid ? null : "utf-8");
        }

        if (labelled is null || labelled.CodePage == Encoding.UTF8.CodePage)
        {
            return (Mixed(bytes), "windows-1252");
        }

        bool isWestern = labelled.CodePage == Charsets.Windows1252.CodePage;
        return (isWestern ? Mixed(bytes) : labelled.GetString(bytes), null);
    }

    /// <summary>
    /// Text that was UTF-8 taken for windows-1252 on its way ("rÃ©clamation") set right: only when the whole of it goes back
    /// to valid UTF-8. The same instance when there is nothing to mend.
    /// </summary>
    public static string Mended(string text)
    {
        if (!text.AsSpan().ContainsAny("ÃÂâ"))
        {
            return text;
        }

        try
        {
            byte[] before = Charsets.StrictWindows1252.GetBytes(text);
            string once = Encoding.UTF8.GetString(before);
            return System.Text.Unicode.Utf8.IsValid(before) && once.Length < text.Length ? once : text;
        }
        catch (EncoderFallbackException)
        {
            return text;
        }
    }

    /// <summary>UTF-8 where the bytes are, windows-1252 where they are not.</summary>
    private static string Mixed(ReadOnlySpan<byte> bytes)
    {
        StringBuilder text = new(bytes.Length);
        while (!bytes.IsEmpty)
        {
            if (Rune.DecodeFromUtf8(bytes, out Rune rune, out int length) == System.Buffers.OperationStatus.Done)
            {
                text.Append(rune.ToString());
            }
            else
            {
                length = 1;
                text.Append(Charsets.Windows1252.GetString(bytes[..1]));
            }

            bytes = bytes[length..];
        }

        return text.ToString();
    }

    private static Encoding? WithoutMark(ReadOnlySpan<byte> bytes, Encoding? labelled)
    {
        if (bytes.Length < 4 || bytes.Length % 2 != 0)
        {
            return null;
        }

        ReadOnlySpan<byte> start = bytes[..Math.Min(bytes.Length, 400)];
        int evenZeros = Zeros(start, 0);
        int oddZeros = Zeros(start, 1);

        bool isLittle = oddZeros * 10 > start.Length * 3 && evenZeros == 0;
        bool isBig = evenZeros * 10 > start.Length * 3 && oddZeros == 0;
        bool isLabelledWide = labelled?.CodePage is 1200 or 1201;

        // A label of UTF-16 on bytes without a single zero is a wrong label: no language of this continent is written so.
        return isLittle ? Encoding.Unicode : isBig ? Encoding.BigEndianUnicode : isLabelledWide && evenZeros + oddZeros > 0 ? labelled : null;
    }

    private static int Zeros(ReadOnlySpan<byte> bytes, int first)
    {
        int zeros = 0;
        for (int i = first; i < bytes.Length; i += 2)
        {
            zeros += bytes[i] == 0 ? 1 : 0;
        }

        return zeros;
    }
}
