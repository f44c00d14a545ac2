using System.Buffers;
using MimeKit;
using MimeKit.IO;

namespace ComplaintFlow.Functions.Intake.Email.Files;

/// <summary>A file of a mail.</summary>
public sealed class IncomingAttachment
{
    private readonly Func<Stream> _open;

    /// <param name="size">Where it is known that it is a mail, and how long that is; else both are found out.</param>
    private IncomingAttachment(Func<Stream> open, string name, string declaredType, long? size = null)
    {
        _open = open;
        DeclaredType = declaredType;
        (Size, byte[] head) = size is { } known ? (known, []) : Measure();
        FileType real = declaredType == FileType.Mail.ContentType ? FileType.Mail : FileSignatures.Of(head);
        string clean = FileNames.Clean(name);
        FileName = clean.Length > 0 ? clean : $"document{ExtensionOf(real, declaredType)}";
        IsProgram = real.IsProgram || FileNames.IsProgram(FileName);
        Type = real == FileType.Unknown || (real == FileType.Text && IsWritten(declaredType)) ? Believed(declaredType, real) : real.ContentType;
        TypeDiffers = Size > 0 && !IsAlike(Type, declaredType);
    }

    /// <summary>Safe to show and to store: no path, no controls, at most 200 characters; never empty.</summary>
    public string FileName { get; }

    /// <summary>The media type by the bytes; the declared one where the bytes do not tell and do not speak against it.</summary>
    public string Type { get; }

    /// <summary>The media type that the mail says, in lower case.</summary>
    public string DeclaredType { get; }

    /// <summary>Whether <see cref="DeclaredType"/> says something else than the bytes do.</summary>
    public bool TypeDiffers { get; }

    /// <summary>A program or a script, by its bytes or its name.</summary>
    public bool IsProgram { get; }

    /// <summary>Bytes, decoded.</summary>
    public long Size { get; }

    /// <summary>A picture that belongs to the text (a logo, a tracking pixel, a pasted screenshot), not a document beside it.</summary>
    public bool IsInline { get; private init; }

    /// <summary>The file name of the attached mail, or of the winmail.dat, that it was in; null when it hangs on the mail itself.</summary>
    public string? Within { get; private init; }

    /// <summary>The content from its first byte, decoded as it is read. To be disposed by the caller; see <see cref="IncomingMail"/> on the life of the stream beneath.</summary>
    public Stream Open() => _open();

    internal static IncomingAttachment Of(MimePart part, string? name, string? within, bool isInline) =>
        new(() => part.Content?.Open() ?? Stream.Null, name ?? "", part.ContentType.MimeType.ToLowerInvariant()) { Within = within, IsInline = isInline };

    internal static IncomingAttachment Of(MessagePart part, string? within)
    {
        string name = FileNames.Clean(part.ContentDisposition?.FileName ?? part.ContentType.Name);
        string subject = FileNames.Clean(MailSubject.Of(part.Message?.Subject).Bare.Replace('/', '-').Replace('\\', '-'));
        string called = name.Length > 0 ? name : subject.Length > 0 ? subject : "message";
        bool hasExtension = called.EndsWith(FileType.Mail.Extension, StringComparison.OrdinalIgnoreCase);
        return new(() => Written(part), hasExtension ? called : called + FileType.Mail.Extension, FileType.Mail.ContentType, SizeOf(part)) { Within = within };
    }

    internal static IncomingAttachment Of(byte[] content, string name, string declaredType) => new(() => new MemoryStream(content, writable: false), name, declaredType);

    /// <summary>Without the mail in memory once more: each level of mails within mails would be, with all that is in it.</summary>
    private static long SizeOf(MessagePart part)
    {
        using MeasuringStream written = new();
        part.Message?.WriteTo(RawForm, written);
        return written.Length;
    }

    private static MemoryStream Written(MessagePart part)
    {
        MemoryStream written = new();
        part.Message?.WriteTo(RawForm, written);
        written.Position = 0;
        return written;
    }

    private static FormatOptions RawForm { get; } = Raw();

    private static FormatOptions Raw()
    {
        FormatOptions options = FormatOptions.Default.Clone();
        options.NewLineFormat = NewLineFormat.Dos;
        return options;
    }

    private (long Size, byte[] Head) Measure()
    {
        // A mail may have thousands of files: none gets a buffer of its own.
        byte[] buffer = ArrayPool<byte>.Shared.Rent(16 * 1024);
        try
        {
            using Stream content = Open();
            int length = content.ReadAtLeast(buffer.AsSpan(0, FileSignatures.Head), FileSignatures.Head, throwOnEndOfStream: false);
            byte[] head = buffer[..length];
            long size = length;
            while (content.Read(buffer) is var read and > 0)
            {
                size += read;
            }

            return (size, head);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>A label is not believed that names a type whose bytes the table would have known.</summary>
    private static string Believed(string declared, FileType real) => declared switch
    {
        "" => real.ContentType,
        "application/pdf" or "image/png" or "image/jpeg" or "image/jpg" or "image/gif" or "image/webp" or "image/heic" or "application/zip" => real.ContentType,
        _ => declared,
    };

    private static string ExtensionOf(FileType real, string declared) =>
        real.Extension.Length > 0 && real != FileType.Text ? real.Extension
        : MimeTypes.TryGetExtension(declared, out string? extension) ? extension
        : real.Extension;

    /// <summary>Labels that say nothing, or the same by another name.</summary>
    private static bool IsAlike(string type, string declared) =>
        type == declared
        || declared is "application/octet-stream" or "application/x-unknown" or "application/force-download" or "application/download" or "binary/octet-stream"
        || (type, declared) is ("image/jpeg", "image/jpg" or "image/pjpeg") or ("application/pdf", "application/x-pdf") or ("image/heic", "image/heif")
            or ("application/zip", "application/x-zip-compressed") or ("application/rtf", "text/rtf" or "application/msword") or ("application/xml", "text/xml")
            or ("application/pgp-encrypted", "application/pgp-signature" or "application/pgp-keys") or ("text/plain", "application/pgp-encrypted")
            or ("application/vnd.ms-tnef", "application/ms-tnef")
        || (type == "application/x-ole-storage" && (declared.StartsWith("application/vnd.ms-", StringComparison.Ordinal) || declared is "application/msword" or "application/x-msg"))
        || (type == "text/plain" && IsWritten(declared));

    private static bool IsWritten(string declared) => declared.StartsWith("text/", StringComparison.Ordinal) || declared.StartsWith("message/", StringComparison.Ordinal);
}
