using ComplaintFlow.Functions.Intake.Email.Bodies;
using MimeKit;
using MimeKit.Tnef;

namespace ComplaintFlow.Functions.Intake.Email.Files;

/// <summary>
/// Walks the parts of a message and tells text from files. The nesting is bounded by the parser (40 levels); attached mails are
/// opened to a depth of 8, and 2,000 files are listed, so that no mail can be made to take long.
/// </summary>
internal sealed class AttachedFiles(ICollection<MailNote> notes)
{
    private const int DeepestMail = 8;
    private const int MostFiles = 2_000;

    private readonly List<IncomingAttachment> _files = [];

    public IReadOnlyList<IncomingAttachment> Files => _files;

    /// <summary>The text of the message itself.</summary>
    public List<TextBlock> Blocks { get; } = [];

    /// <summary>The text of a winmail.dat.</summary>
    public List<TextBlock> TnefBlocks { get; } = [];

    /// <summary>The first attached mail; its text speaks for a mail that has none.</summary>
    public MimeMessage? FirstAttachedMail { get; private set; }

    /// <summary>Reads a message and everything in it.</summary>
    public void Read(MimeMessage message)
    {
        if (message.Body is TextPart { IsPlain: true } or TextPart { IsHtml: true })
        {
            // The only part is the text, whatever its disposition says.
            AddText((TextPart)message.Body, Blocks, alternative: null);
        }
        else if (message.Body is MimePart { FileName: null, IsAttachment: false, Content: { } content } unlabelled
            && unlabelled.ContentType.IsMimeType("application", "octet-stream")
            && IncomingAttachment.Of(unlabelled, "", null, false).Type == FileType.Text.ContentType)
        {
            // The label could not be read; the bytes can.
            AddText(new TextPart("plain") { Content = content }, Blocks, alternative: null);
        }
        else if (message.Body is not null)
        {
            Walk(message.Body, new Place(Blocks, null, null, 0, false));
        }
    }

    /// <param name="Blocks">Where text goes; null inside attached mails, whose text stays in them.</param>
    /// <param name="Alternative">The block of a multipart/alternative around.</param>
    /// <param name="Within">The attached mail.</param>
    private sealed record Place(List<TextBlock>? Blocks, TextBlock? Alternative, string? Within, int Depth, bool IsRelated);

    private void Walk(MimeEntity entity, Place place)
    {
        switch (entity)
        {
            case MultipartRelated related:
                foreach (MimeEntity part in related)
                {
                    Walk(part, place with { IsRelated = part != related.Root });
                }

                break;
            case Multipart { Count: 0, Preamble.Length: > 0 } unbounded when place.Blocks is not null:
                // No boundary, or a wrong one: all of it is text.
                AddText(new TextPart("plain") { Text = unbounded.Preamble }, place.Blocks, place.Alternative);
                break;
            case Multipart multipart:
                Note(multipart);
                TextBlock? block = multipart is MultipartAlternative && place.Alternative is null && place.Blocks is not null ? new TextBlock() : null;
                if (block is not null)
                {
                    place.Blocks!.Add(block);
                }

                foreach (MimeEntity part in multipart)
                {
                    Walk(part, place with { Alternative = block ?? place.Alternative, IsRelated = false });
                }

                break;
            case TextPart text when (text.IsPlain || text.IsHtml) && !text.IsAttachment && string.IsNullOrEmpty(text.FileName) && !place.IsRelated:
                if (place.Blocks is not null)
                {
                    AddText(text, place.Blocks, place.Alternative);
                }

                break;
            case TnefPart tnef:
                Unpack(tnef, place);
                break;
            case MessagePart mail:
                Attach(mail, place);
                break;
            case MimePart part:
                Attach(part, place);
                break;
            default:
                break;
        }
    }

    private static void AddText(TextPart text, List<TextBlock> blocks, TextBlock? alternative)
    {
        TextBlock block = alternative ?? new TextBlock();
        (text.IsHtml ? block.Html : block.Plain).Add(text);
        if (alternative is null)
        {
            blocks.Add(block);
        }
    }

    private void Note(Multipart multipart)
    {
        if (multipart.ContentType.IsMimeType("multipart", "signed"))
        {
            notes.Add(new MailNote(MailNoteKind.Signed, multipart.ContentType.Parameters["protocol"] ?? ""));
        }
        else if (multipart.ContentType.IsMimeType("multipart", "encrypted"))
        {
            notes.Add(new MailNote(MailNoteKind.Encrypted, multipart.ContentType.Parameters["protocol"] ?? ""));
        }
    }

    private void Attach(MimePart part, Place place)
    {
        if (part.ContentType.IsMimeType("application", "pkcs7-mime") || part.ContentType.IsMimeType("application", "x-pkcs7-mime"))
        {
            bool isSigned = string.Equals(part.ContentType.Parameters["smime-type"], "signed-data", StringComparison.OrdinalIgnoreCase);
            notes.Add(new MailNote(isSigned ? MailNoteKind.Signed : MailNoteKind.Encrypted, part.ContentType.MimeType));
        }

        bool isPicture = part.ContentType.IsMimeType("image", "*");
        bool isReferenced = !string.IsNullOrEmpty(part.ContentId) && !part.IsAttachment;
        Add(() => IncomingAttachment.Of(part, part.FileName, place.Within, isPicture && (place.IsRelated || isReferenced)));
    }

    private void Attach(MessagePart mail, Place place)
    {
        IncomingAttachment? file = Add(() => IncomingAttachment.Of(mail, place.Within));
        if (place.Within is null && mail is not TextRfc822Headers)
        {
            FirstAttachedMail ??= mail.Message;
        }

        if (mail.Message?.Body is { } body && file is not null)
        {
            if (place.Depth < DeepestMail)
            {
                Walk(body, new Place(null, null, file.FileName, place.Depth + 1, false));
            }
            else if (body is Multipart or MessagePart)
            {
                notes.Add(new MailNote(MailNoteKind.NotListed, file.FileName));
            }
        }
    }

    private void Unpack(TnefPart tnef, Place place)
    {
        if (place.Depth >= DeepestMail || Tnef.Unpack(tnef) is not { } message)
        {
            notes.Add(new MailNote(MailNoteKind.TnefKept, FileNames.Clean(tnef.FileName)));
            Add(() => IncomingAttachment.Of(tnef, tnef.FileName ?? "winmail.dat", place.Within, isInline: false));
            return;
        }

        notes.Add(new MailNote(MailNoteKind.TnefUnpacked, FileNames.Clean(tnef.FileName)));
        Walk(message, new Place(place.Blocks is null ? null : TnefBlocks, null, place.Within, place.Depth + 1, false));
    }

    private IncomingAttachment? Add(Func<IncomingAttachment> read)
    {
        if (_files.Count >= MostFiles)
        {
            if (!notes.Any(note => note.Kind == MailNoteKind.NotListed))
            {
                notes.Add(new MailNote(MailNoteKind.NotListed, $"> {MostFiles}"));
            }

            return null;
        }

        IncomingAttachment file = read();
        _files.Add(file);
        if (file.IsProgram)
        {
            notes.Add(new MailNote(MailNoteKind.Program, file.FileName));
        }
        else if (file.TypeDiffers)
        {
            notes.Add(new MailNote(MailNoteKind.TypeDiffers, $"{file.FileName}: {file.DeclaredType}, {file.Type}"));
        }

        return file;
    }
}
