using ComplaintFlow.Functions.Http;
using ComplaintFlow.Functions.Intake.Email.Files;

namespace ComplaintFlow.Functions.Intake.Email;

/// <summary>
/// The documents of a mail that are kept beside it, within the limits of documents. The whole mail is kept too, so that what
/// is left out is noted and not lost.
/// </summary>
/// <param name="Kept">The mail itself first, as .eml.</param>
/// <param name="LeftOut">Names and why, in French, one a line.</param>
public sealed record MailFiles(IList<UploadedFile> Kept, IReadOnlyList<string> LeftOut)
{
    public const string WholeMail = "message-recu.eml";
    private const string BeginningOfMail = "debut-du-message.eml";
    private const string MailType = "message/rfc822";

    /// <summary>Smaller pictures inside the text are logos and counting pixels.</summary>
    private const int SmallestPicture = 4_000;

    public static MailFiles Of(IncomingMail mail, ReadOnlyMemory<byte> raw)
    {
        List<UploadedFile> kept = [];
        List<string> leftOut = [];
        long total = 0;
        foreach (IncomingAttachment file in mail.Attachments.Where(file => file.Size > 0 && !(file.IsInline && file.Size < SmallestPicture)))
        {
            string? fault = file.IsProgram ? "programme ou script"
                : kept.Count == BodyLimits.Files ? $"plus de {BodyLimits.Files} pièces"
                : file.Size > BodyLimits.OneFile ? "plus de 10 Mo"
                : total + file.Size > BodyLimits.AllFiles ? "plus de 20 Mo en tout"
                : null;
            if (fault is null && Content(file) is { } content)
            {
                kept.Add(new UploadedFile(file.FileName, file.Type, content));
                total += content.Length;
            }
            else
            {
                leftOut.Add($"{file.FileName} : {fault ?? "illisible"}");
            }
        }

        return new MailFiles([new UploadedFile(WholeMail, MailType, raw), .. kept], leftOut);
    }

    /// <summary>Of a mail that could not be had whole: the documents in it are cut off.</summary>
    public static MailFiles OfBeginning(ReadOnlyMemory<byte> raw) => new([new UploadedFile(BeginningOfMail, MailType, raw)], []);

    private static byte[]? Content(IncomingAttachment file)
    {
        try
        {
            using Stream stream = file.Open();
            using MemoryStream content = new();
            stream.CopyTo(content);
            return content.ToArray();
        }
        catch (Exception error) when (error is FormatException or IOException or InvalidDataException or ArgumentException)
        {
            return null;
        }
    }
}
