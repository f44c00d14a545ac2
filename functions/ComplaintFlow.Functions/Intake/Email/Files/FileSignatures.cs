using System.Text;

namespace ComplaintFlow.Functions.Intake.Email.Files;

/// <summary>
/// Tells the type of a file by its first bytes. The table holds what people send about a complaint (documents, pictures,
/// recordings, archives) and what must be known for what it is (programs, scripts, web pages). Each entry follows the published
/// format: ISO 32000 (PDF), ISO 15948 (PNG), ISO 10918 (JPEG), ISO 14496-12 (the ftyp box of MP4, HEIC, AVIF), APPNOTE (ZIP),
/// MS-CFB (old Office), ECMA-376 and ISO 26300 (Office inside ZIP), MS-OXTNEF.
/// </summary>
public static class FileSignatures
{
    /// <summary>How many of the first bytes are worth giving.</summary>
    public const int Head = 8 * 1024;

    private static readonly FileType Pdf = new("application/pdf", ".pdf");
    private static readonly FileType Zip = new("application/zip", ".zip");
    private static readonly FileType OldOffice = new("application/x-ole-storage", "");
    private static readonly FileType Heic = new("image/heic", ".heic");
    private static readonly FileType Mp4 = new("video/mp4", ".mp4");

    private static readonly (byte[] Start, FileType Type)[] Starts =
    [
        ([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A], new("image/png", ".png")),
        ([0xFF, 0xD8, 0xFF], new("image/jpeg", ".jpg")),
        ([.. "GIF87a"u8], new("image/gif", ".gif")),
        ([.. "GIF89a"u8], new("image/gif", ".gif")),
        ([(byte)'I', (byte)'I', 0x2A, 0], new("image/tiff", ".tif")),
        ([(byte)'M', (byte)'M', 0, 0x2A], new("image/tiff", ".tif")),
        ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], OldOffice),
        ([.. @"{\rtf"u8], new("application/rtf", ".rtf")),
        ([(byte)'P', (byte)'K', 3, 4], Zip),
        ([(byte)'P', (byte)'K', 5, 6], Zip),
        ([(byte)'7', (byte)'z', 0xBC, 0xAF, 0x27, 0x1C], new("application/x-7z-compressed", ".7z")),
        ([.. "Rar!\u001A\u0007"u8], new("application/vnd.rar", ".rar")),
        ([0x1F, 0x8B], new("application/gzip", ".gz")),
        ([.. "OggS"u8], new("audio/ogg", ".ogg")),
        ([.. "#!AMR"u8], new("audio/amr", ".amr")),
        ([.. "ID3"u8], new("audio/mpeg", ".mp3")),
        ([0xFF, 0xFB], new("audio/mpeg", ".mp3")),
        ([0x78, 0x9F, 0x3E, 0x22], new("application/vnd.ms-tnef", ".dat")),
        ([.. "-----BEGIN PGP"u8], new("application/pgp-encrypted", ".asc")),
        ([.. "MZ"u8], new("application/vnd.microsoft.portable-executable", ".exe", IsProgram: true)),
        ([0x7F, (byte)'E', (byte)'L', (byte)'F'], new("application/x-elf", "", IsProgram: true)),
        ([0xCF, 0xFA, 0xED, 0xFE], new("application/x-mach-binary", "", IsProgram: true)),
        ([0xCA, 0xFE, 0xBA, 0xBE], new("application/java-vm", ".class", IsProgram: true)),
        ([0x4C, 0, 0, 0, 0x01, 0x14, 0x02, 0], new("application/x-ms-shortcut", ".lnk", IsProgram: true)),
        ([.. "#!"u8], new("text/x-shellscript", ".sh", IsProgram: true)),
    ];

    /// <summary>The type; <see cref="FileType.Unknown"/> for bytes that the table does not know.</summary>
    /// <param name="head">The first <see cref="Head"/> bytes, or all.</param>
    public static FileType Of(ReadOnlySpan<byte> head)
    {
        foreach ((byte[] start, FileType type) in Starts)
        {
            if (head.StartsWith(start))
            {
                return type == Zip ? InZip(head) : type;
            }
        }

        // A PDF may begin within the first 1,024 bytes (ISO 32000-1, annex H.3).
        return InContainer(head) ?? (head[..Math.Min(head.Length, 1_024)].IndexOf("%PDF-"u8) >= 0 ? Pdf : Written(head));
    }

    private static FileType? InContainer(ReadOnlySpan<byte> head)
    {
        if (head.Length < 16)
        {
            return null;
        }

        if (head.StartsWith("RIFF"u8))
        {
            return head[8..12].SequenceEqual("WEBP"u8) ? new("image/webp", ".webp")
                : head[8..12].SequenceEqual("WAVE"u8) ? new("audio/wav", ".wav")
                : head[8..12].SequenceEqual("AVI "u8) ? new("video/x-msvideo", ".avi")
                : null;
        }

        // The length at offset 2 keeps words that begin with BM apart.
        if (head.StartsWith("BM"u8) && head[6..10].IndexOfAnyExcept((byte)0) < 0)
        {
            return new("image/bmp", ".bmp");
        }

        return head[4..8].SequenceEqual("ftyp"u8)
            ? Encoding.ASCII.GetString(head[8..12]) switch
            {
                "heic" or "heix" or "heim" or "heis" or "mif1" or "msf1" => Heic,
                "avif" or "avis" => new("image/avif", ".avif"),
                "M4A " or "M4B " => new("audio/mp4", ".m4a"),
                "qt  " => new("video/quicktime", ".mov"),
                "3gp4" or "3gp5" or "3gp6" or "3gp7" => new("video/3gpp", ".3gp"),
                _ => Mp4,
            }
            : null;
    }

    private static FileType InZip(ReadOnlySpan<byte> head)
    {
        return head.IndexOf("word/"u8) >= 0 ? new("application/vnd.openxmlformats-officedocument.wordprocessingml.document", ".docx")
            : head.IndexOf("xl/"u8) >= 0 && head.IndexOf("[Content_Types].xml"u8) >= 0 ? new("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ".xlsx")
            : head.IndexOf("ppt/"u8) >= 0 ? new("application/vnd.openxmlformats-officedocument.presentationml.presentation", ".pptx")
            : head.IndexOf("application/vnd.oasis.opendocument.text"u8) >= 0 ? new("application/vnd.oasis.opendocument.text", ".odt")
            : head.IndexOf("application/vnd.oasis.opendocument.spreadsheet"u8) >= 0 ? new("application/vnd.oasis.opendocument.spreadsheet", ".ods")
            : head.IndexOf("META-INF/MANIFEST.MF"u8) >= 0 ? new("application/java-archive", ".jar", IsProgram: true)
            : Zip;
    }

    /// <summary>Text: no controls but line ends and tabs. Web pages and calendars by their first words.</summary>
    private static FileType Written(ReadOnlySpan<byte> head)
    {
        if (head.IsEmpty || head.IndexOfAny(Controls) >= 0)
        {
            return FileType.Unknown;
        }

        string start = Encoding.Latin1.GetString(head[..Math.Min(head.Length, 1_000)]).TrimStart('\u00EF', '\u00BB', '\u00BF', ' ', '\r', '\n', '\t').ToLowerInvariant();
        return start.StartsWith("<!doctype html", StringComparison.Ordinal) || start.StartsWith("<html", StringComparison.Ordinal) || start.Contains("<script", StringComparison.Ordinal)
                ? new("text/html", ".html")
            : start.StartsWith("<svg", StringComparison.Ordinal) || (start.StartsWith("<?xml", StringComparison.Ordinal) && start.Contains("<svg", StringComparison.Ordinal)) ? new("image/svg+xml", ".svg")
            : start.StartsWith("<?xml", StringComparison.Ordinal) ? new("application/xml", ".xml")
            : start.StartsWith("begin:vcalendar", StringComparison.Ordinal) ? new("text/calendar", ".ics")
            : start.StartsWith("begin:vcard", StringComparison.Ordinal) ? new("text/vcard", ".vcf")
            : FileType.Text;
    }

    private static System.Buffers.SearchValues<byte> Controls { get; } = System.Buffers.SearchValues.Create(
        [0, 1, 2, 3, 4, 5, 6, 7, 8, 11, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 28, 29, 30, 31, 127]);
}
