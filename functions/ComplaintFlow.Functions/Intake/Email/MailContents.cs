using System.Text;
using ComplaintFlow.Functions.Intake.Email.Bodies;
using ComplaintFlow.Functions.Intake.Email.Files;
using MimeKit;

namespace ComplaintFlow.Functions.Intake.Email;

/// <summary>The text of a message and its files.</summary>
internal sealed class MailContents(List<MailNote> notes)
{
    private const int DeepestForward = 3;
    private const int LongestAmongHeaders = 200_000;
    private const string WholeText = "message-complet.txt";

    /// <summary>A mail that says nothing itself speaks through its winmail.dat, else through the first mail attached to it.</summary>
    public (MailText Text, IReadOnlyList<IncomingAttachment> Attachments) Read(MimeMessage message)
    {
        AttachedFiles files = new(notes);
        files.Read(message);
        BodyReader body = new(notes);
        MailText text = body.Read(files.Blocks)
            ?? (body.Read(files.TnefBlocks) is { } tnef ? tnef with { Origin = TextOrigin.Tnef } : null)
            ?? (files.FirstAttachedMail is { } attached ? TextOf(attached, 1) : null)
            ?? AmongHeaders(message.Headers)
            ?? MailText.None;
        List<IncomingAttachment> attachments = [.. files.Files, .. body.Files];
        if (text.Whole is { } whole)
        {
            attachments.Add(IncomingAttachment.Of(Encoding.UTF8.GetBytes(whole), WholeText, FileType.Text.ContentType));
            notes.Add(new MailNote(MailNoteKind.TextCut, WholeText));
        }

        return (text, attachments);
    }

    /// <summary>A program forgot the empty line: the text stands where headers were expected, from the first line on that is none.</summary>
    private static MailText? AmongHeaders(HeaderList headers)
    {
        IEnumerable<byte> bytes = headers
            .SkipWhile(header => !header.Field.Any(char.IsWhiteSpace))
            .SelectMany(header => header.RawValue.Length == 0 ? header.RawField : (IEnumerable<byte>)[.. header.RawField, (byte)':', .. header.RawValue]);
        return TextDecoder.Decode([.. bytes.Take(LongestAmongHeaders)], null).Text is { } text && !string.IsNullOrWhiteSpace(text) ? MailText.Of(text, TextOrigin.Raw) : null;
    }

    private static MailText? TextOf(MimeMessage attached, int depth)
    {
        List<MailNote> none = [];
        AttachedFiles files = new(none);
        files.Read(attached);
        return new BodyReader(none).Read(files.Blocks) is { } text ? text with { Origin = TextOrigin.AttachedMail }
            : depth < DeepestForward && files.FirstAttachedMail is { } inner ? TextOf(inner, depth + 1)
            : null;
    }
}
