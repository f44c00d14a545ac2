using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using CsCheck;

namespace ComplaintFlow.Mutations;

/// <summary>Messages of a corpus after one to six accidents: what bad lines, broken programs and hostile people make of a mail.</summary>
internal static class MutatedMails
{
    /// <summary>Bytes beyond which nothing more happens to a mail.</summary>
    private const int LongestYet = 2_000_000;

    private static readonly Gen<double> Place = Gen.Double[0, 1];

    private static readonly Gen<byte[]> Word = Gen.OneOf<byte[]>(
        "\r"u8.ToArray(), "\n"u8.ToArray(), "\0"u8.ToArray(), "\r\n\r\n"u8.ToArray(), "--b\r\n"u8.ToArray(), "=?"u8.ToArray(), "=?utf-8?B?"u8.ToArray(), [0xC3], [0xFF, 0xFE], new byte[300]);

    private static readonly Gen<string> Charset = Gen.OneOf<string>(
        "utf-8", "utf-7", "utf-16", "utf-32", "iso-8859-1", "iso-2022-jp", "gb18030", "windows-1252", "us-ascii", "ibm850", "hz-gb-2312", "x-user-defined", "\"\"", "..", new string('x', 5_000));

    private static readonly Gen<string> Type = Gen.OneOf<string>(
        "text/plain", "text/html", "text/plain; format=flowed; delsp=yes", "multipart/mixed", "multipart/mixed; boundary=\"\"", "multipart/alternative; boundary=b", "multipart/report; report-type=delivery-status; boundary=b",
        "message/rfc822", "message/partial; id=x; number=1", "message/delivery-status", "application/ms-tnef; name=winmail.dat", "application/pkcs7-mime", "application/octet-stream", "/", "text", "");

    private static readonly Gen<string> Encoding = Gen.OneOf<string>("7bit", "8bit", "binary", "base64", "quoted-printable", "x-uuencode", "");

    private static readonly Gen<string> Header = Gen.OneOf<string>(
        "From: ", "To: ", "Cc: ", "Subject: ", "Date: ", "Message-ID: ", "References: ", "In-Reply-To: ", "Reply-To: ", "Return-Path: ", "Received: ", "Content-Type: ", "Content-Disposition: attachment; filename=",
        "Auto-Submitted: ", "X-ComplaintFlow-Kind: ", "X-Failed-Recipients: ", "List-Id: ", "X-");

    private static readonly Gen<string> Value = Gen.OneOf(
        Gen.OneOf<string>("", " ", "\0", "<>", "<a@b>", "marie@exemple.fr", "\"", "(", "((((", "=?utf-8?Q?=C3?=", "=?utf-8?B?w?=", "a@b.example, ", "Mon, 99 Foo 99999 99:99:99 +9999", "Fri, 31 Dec 9999 23:59:59 -1200", "Mon, 1 Jan 0001 00:00:00 +1400", "RE: R26-7KQ4-M2ZD"),
        Gen.Select(Gen.OneOf<string>("x", "é", "<a@b> ", "a@b.example, ", "=?utf-8?Q?=C3=A9?= ", ";a*0*=x", "\r\n ", "(", "\"\\", "\u0001"), Gen.Int[1, 20_000], (one, times) => string.Concat(Enumerable.Repeat(one, times))));

    private static readonly Gen<Func<byte[], byte[]>> Bytes = Gen.OneOf(
        Gen.Select(Place, Gen.Byte, (at, value) => Act(mail => Put(mail, at, value))),
        Gen.Select(Place, Place, (one, other) => Act(mail => Without(mail, one, other))),
        Gen.Select(Place, Place, (one, other) => Act(mail => Twice(mail, one, other))),
        Gen.Select(Place, Word, (at, word) => Act(mail => [.. mail.AsSpan(0, At(mail, at)), .. word, .. mail.AsSpan(At(mail, at))])),
        Gen.Select(Place, at => Act(mail => mail[..At(mail, at)])));

    private static readonly Gen<Func<byte[], byte[]>> Lines = Gen.OneOf(
        Gen.Select(Place, Place, (from, to) => OnLines(lines => Moved(lines, from, to, removes: false))),
        Gen.Select(Place, Place, (from, to) => OnLines(lines => Moved(lines, from, to, removes: true))),
        Gen.Select(Gen.OneOf<string>("\n", "\r", "\r\n", "\r\r\n", "\n\r"), end => Act(mail => Latin(Text(mail).ReplaceLineEndings(end)))),
        Gen.Select(Header, Value, Place, (name, value, at) => OnLines(lines => [.. lines[..(int)(at * Math.Min(lines.Length, 20))], name + value, .. lines[(int)(at * Math.Min(lines.Length, 20))..]])));

    private static readonly Gen<Func<byte[], byte[]>> Parts = Gen.OneOf(
        Gen.Select(Charset, charset => Replaced("""charset=("[^"]*"|[^\s;]*)""", $"charset={charset}")),
        Gen.Select(Type, type => Replaced("""(?<=Content-Type:\s*)[\w/.+-]*""", type)),
        Gen.Select(Encoding, encoding => Replaced("""(?<=Content-Transfer-Encoding:\s*)[\w-]*""", encoding)),
        Gen.Select(Place, at => Act(mail => WithOneBoundary(mail, at))),
        Gen.Select(Gen.Int[1, 3_000], Gen.Bool, (levels, sameBoundary) => Act(mail => InParts(mail, levels, sameBoundary))),
        Gen.Select(Gen.Int[1, 1_000], levels => Act(mail => [.. Latin(string.Concat(Enumerable.Repeat("Content-Type: message/rfc822\r\n\r\n", levels))), .. mail])));

    /// <summary>The generator; a failing sample prints the seed that brings it again (<c>CsCheck_Seed</c>).</summary>
    public static Gen<byte[]> Of(IReadOnlyList<byte[]> corpus)
    {
        Gen<byte[]> original = Gen.OneOf<byte[]>([.. corpus]);
        Gen<Func<byte[], byte[]>> crossings = Gen.OneOf(
            Gen.Select(original, Place, Place, (from, one, other) => Act(mail => [.. mail.AsSpan(0, At(mail, one)), .. from.AsSpan(At(from, other))])),
            Gen.Select(original, Gen.Bool, (outer, isEncoded) => Act(mail => Attached(outer, mail, isEncoded))));
        return Gen.Select(
            original,
            Gen.OneOf(Bytes, Lines, Parts, crossings).Array[1, 6],
            (mail, accidents) => accidents.Aggregate(mail, (bytes, accident) => bytes.Length > LongestYet ? bytes : accident(bytes)));
    }

    private static Func<byte[], byte[]> Act(Func<byte[], byte[]> act) => act;

    private static Func<byte[], byte[]> OnLines(Func<string[], IEnumerable<string>> act) => mail => Latin(string.Join('\n', act(Text(mail).Split('\n'))));

    private static Func<byte[], byte[]> Replaced(string pattern, string by) =>
        mail => Latin(Regex.Replace(Text(mail), pattern, by.Replace("$", "$$", StringComparison.Ordinal), RegexOptions.IgnoreCase));

    private static byte[] Put(byte[] mail, double at, byte value)
    {
        byte[] changed = [.. mail];
        if (changed.Length > 0)
        {
            changed[Math.Min(At(mail, at), changed.Length - 1)] = value;
        }

        return changed;
    }

    private static byte[] Without(byte[] mail, double one, double other) =>
        [.. mail.AsSpan(0, At(mail, Math.Min(one, other))), .. mail.AsSpan(At(mail, Math.Max(one, other)))];

    private static byte[] Twice(byte[] mail, double one, double other) => [.. mail.AsSpan(0, At(mail, Math.Max(one, other))), .. mail.AsSpan(At(mail, Math.Min(one, other)))];

    private static string[] Moved(string[] lines, double from, double to, bool removes)
    {
        List<string> moved = [.. lines];
        string line = moved[Math.Min((int)(from * moved.Count), moved.Count - 1)];
        if (removes)
        {
            moved.Remove(line);
        }

        moved.Insert((int)(to * moved.Count), line);
        return [.. moved];
    }

    /// <summary>All delimiters and declarations become one of them: the inner ends the outer.</summary>
    private static byte[] WithOneBoundary(byte[] mail, double at)
    {
        string text = Text(mail);
        string[] boundaries = [.. Regex.Matches(text, """boundary="?([^"\s;]{1,200})""", RegexOptions.IgnoreCase).Select(match => match.Groups[1].Value).Distinct()];
        return boundaries.Length == 0 ? mail : Latin(boundaries.Aggregate(text, (all, boundary) => all.Replace(boundary, boundaries[Math.Min((int)(at * boundaries.Length), boundaries.Length - 1)], StringComparison.Ordinal)));
    }

    private static byte[] InParts(byte[] mail, int levels, bool sameBoundary)
    {
        StringBuilder head = new("From: Marie <marie@exemple.fr>\r\n");
        for (int level = 0; level < levels; level++)
        {
            string boundary = sameBoundary ? "b" : level.ToString(CultureInfo.InvariantCulture);
            head.Append(CultureInfo.InvariantCulture, $"Content-Type: multipart/mixed; boundary={boundary}\r\n\r\n--{boundary}\r\n");
        }

        return [.. Latin(head.ToString()), .. mail];
    }

    private static byte[] Attached(byte[] outer, byte[] mail, bool isEncoded) =>
    [
        .. Latin($"From: Marie <marie@exemple.fr>\r\nContent-Type: multipart/mixed; boundary=o\r\n\r\n--o\r\n"), .. outer,
        .. Latin($"\r\n--o\r\nContent-Type: message/rfc822\r\nContent-Transfer-Encoding: {(isEncoded ? "base64" : "8bit")}\r\n\r\n"),
        .. isEncoded ? Latin(Convert.ToBase64String(mail, Base64FormattingOptions.InsertLineBreaks)) : mail,
        .. Latin("\r\n--o--\r\n"),
    ];

    private static int At(byte[] mail, double at) => (int)(at * mail.Length);

    private static string Text(byte[] mail) => System.Text.Encoding.Latin1.GetString(mail);

    private static byte[] Latin(string text) => System.Text.Encoding.Latin1.GetBytes(text);
}
