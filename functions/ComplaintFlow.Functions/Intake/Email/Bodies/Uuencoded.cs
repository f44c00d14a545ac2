using System.Text;
using MimeKit.Encodings;

namespace ComplaintFlow.Functions.Intake.Email.Bodies;

/// <summary>
/// Files written into a text by uuencode (POSIX): <c>begin 644 name</c>, lines of 45 bytes that begin with their length, a line of
/// length nought, <c>end</c>. A block whose lines do not keep their lengths is left in the text.
/// </summary>
internal static class Uuencoded
{
    private const int MostFiles = 100;

    /// <summary>Whether it is worth looking: the word stands at the start of a line, with a mode.</summary>
    public static bool MayBeIn(ReadOnlySpan<byte> text)
    {
        while (text.IndexOf("begin "u8) is var at and >= 0)
        {
            bool startsLine = at == 0 || text[at - 1] is (byte)'\n' or (byte)'\r';
            text = text[(at + 6)..];
            if (startsLine && text.Length > 3 && text[..3].IndexOfAnyExceptInRange((byte)'0', (byte)'7') < 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The text with the name of each file in the place of its block, and the files.</summary>
    public static (byte[] Text, IReadOnlyList<(string Name, byte[] Content)> Files) Extract(byte[] text)
    {
        List<(string, byte[])> files = [];
        using MemoryStream rest = new();
        int at = 0;
        while (at < text.Length)
        {
            int next = EndOfLine(text, at);
            if (files.Count < MostFiles && MayBeIn(text.AsSpan(at, next - at)) && Block(text, next) is var end and > 0)
            {
                string name = Encoding.UTF8.GetString(text.AsSpan(at, next - at)).Trim().Split(' ', 3) is [_, _, var given] ? given : "";
                files.Add((name, Decode(text.AsSpan(at, end - at).ToArray())));
                rest.Write(Encoding.UTF8.GetBytes($"[{PlainCharacters.OneLine(name)}]\n"));
                at = end;
            }
            else
            {
                rest.Write(text, at, next - at);
                at = next;
            }
        }

        return (rest.ToArray(), files);
    }

    /// <returns>The place after the end line; 0 when it is no block.</returns>
    private static int Block(ReadOnlySpan<byte> text, int at)
    {
        while (at < text.Length)
        {
            int next = EndOfLine(text, at);
            ReadOnlySpan<byte> line = text[at..next].TrimEnd("\r\n"u8);
            if (line.TrimEnd((byte)' ').SequenceEqual("end"u8))
            {
                return next;
            }

            int length = line.IsEmpty ? 0 : (line[0] - 32) & 63;
            bool fits = line.IsEmpty || (line[0] is >= 32 and <= 96 && line.Length - 1 <= ((length + 2) / 3 * 4) + 2);
            if (!fits)
            {
                return 0;
            }

            at = next;
        }

        return 0;
    }

    private static byte[] Decode(byte[] block)
    {
        UUDecoder decoder = new();
        byte[] output = new byte[decoder.EstimateOutputLength(block.Length)];
        int length = decoder.Decode(block, 0, block.Length, output);
        return output[..length];
    }

    private static int EndOfLine(ReadOnlySpan<byte> text, int at) => text[at..].IndexOf((byte)'\n') is var end and >= 0 ? at + end + 1 : text.Length;
}
