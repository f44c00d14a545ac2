using System.Security.Cryptography;
using System.Text;
using MimeKit;

namespace ComplaintFlow.Functions.Intake.Email;

/// <summary>The bytes of a mail: their hash, and the little that must be mended before a parser can read them.</summary>
/// <param name="Content">Seekable.</param>
/// <param name="Hash">SHA-256 of the bytes as given, lower-case hexadecimal.</param>
/// <param name="IsBlank">Whether there are only blanks and NULs in it.</param>
internal sealed record RawMail(Stream Content, string Hash, bool IsBlank)
{
    /// <summary>Deeper nesting than any honest mail's; what lies deeper stays one part.</summary>
    private const int DeepestPart = 40;

    public static ParserOptions Options { get; } = ReadEverything();

    /// <exception cref="IOException">The stream could not be read.</exception>
    public static RawMail Open(Stream raw)
    {
        Stream content = raw.CanSeek ? raw : Copy(raw);
        content.Position = 0;
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        byte[] buffer = new byte[64 * 1024];
        bool hasLineFeed = false;
        bool hasReturn = false;
        bool isBlank = true;
        LongHeaders headers = new();
        while (content.Read(buffer) is var read and > 0)
        {
            ReadOnlySpan<byte> bytes = buffer.AsSpan(0, read);
            hash.AppendData(bytes);
            headers.Look(bytes);
            hasLineFeed |= bytes.Contains((byte)'\n');
            hasReturn |= bytes.Contains((byte)'\r');
            isBlank = isBlank && bytes.IndexOfAnyExcept(" \t\r\n\0"u8) < 0;
        }

        content.Position = 0;
        Stream readable = hasReturn && !hasLineFeed ? Mended(content, WithLineFeeds) : headers.Found ? Mended(content, LongHeaders.Join) : content;
        return new RawMail(readable, Convert.ToHexStringLower(hash.GetHashAndReset()), isBlank);
    }

    /// <exception cref="FormatException">There is no header.</exception>
    public MimeMessage Parse()
    {
        Content.Position = Start();
        return new MimeParser(Options, Content, MimeFormat.Entity, persistent: true).ParseMessage();
    }

    /// <summary>The first bytes, for what has no header.</summary>
    public byte[] Head(int most)
    {
        byte[] head = new byte[Math.Min(most, Content.Length)];
        Content.Position = 0;
        Content.ReadExactly(head);
        return head;
    }

    /// <summary>Past what programs put before the header: a byte order mark, blank lines, the "From " line of a mailbox file.</summary>
    private int Start()
    {
        byte[] head = Head(2_000);
        int at = head.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0;
        while (at < head.Length && head[at] is (byte)'\r' or (byte)'\n')
        {
            at++;
        }

        if (head.AsSpan(at).StartsWith("From "u8) || head.AsSpan(at).StartsWith(">From "u8))
        {
            int end = head.AsSpan(at).IndexOf((byte)'\n');
            at = end < 0 ? at : at + end + 1;
        }

        return at;
    }

    private static ParserOptions ReadEverything()
    {
        return new ParserOptions
        {
            // Headers in raw 8 bit: UTF-8 (RFC 6532), else what French programs wrote before.
            CharsetEncoding = CodePagesEncodingProvider.Instance.GetEncoding(1252)!,
            MaxMimeDepth = DeepestPart,
            RespectContentLength = false,
        };
    }

    private static MemoryStream Copy(Stream raw)
    {
        MemoryStream copy = new();
        raw.CopyTo(copy);
        return copy;
    }

    private static MemoryStream Mended(Stream content, Action<Span<byte>> mend)
    {
        MemoryStream mended = Copy(content);
        mend(mended.GetBuffer().AsSpan(0, (int)mended.Length));
        return mended;
    }

    /// <summary>Lines that end in a carriage return alone, as old Macintosh programs and broken gateways write them.</summary>
    private static void WithLineFeeds(Span<byte> bytes)
    {
        bytes.Replace((byte)'\r', (byte)'\n');
        LongHeaders.Join(bytes);
    }
}
