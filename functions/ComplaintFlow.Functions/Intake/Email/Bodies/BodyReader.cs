using System.Text.RegularExpressions;
using ComplaintFlow.Functions.Intake.Email.Files;
using MimeKit;

namespace ComplaintFlow.Functions.Intake.Email.Bodies;

/// <summary>The text of the blocks of a body.</summary>
internal sealed partial class BodyReader(ICollection<MailNote> notes)
{
    /// <summary>No person writes more; a longer part is an attachment, too.</summary>
    private const int LongestPart = 1_000_000;

    private readonly List<IncomingAttachment> _files = [];

    /// <summary>Files found in texts, and parts too long to be a text.</summary>
    public IReadOnlyList<IncomingAttachment> Files => _files;

    /// <summary>The text of all blocks with an empty line between them; null when there is none.</summary>
    public MailText? Read(IReadOnlyList<TextBlock> blocks)
    {
        List<string> texts = [];
        bool anyPlain = false;
        foreach (TextBlock block in blocks)
        {
            string plain = string.Join("\n\n", block.Plain.Select(PlainText).Where(text => !string.IsNullOrWhiteSpace(text)));
            bool isPlain = block.Html.Count == 0 || (!string.IsNullOrWhiteSpace(plain) && !IsStandIn(plain));
            string text = isPlain ? plain : string.Join("\n\n", block.Html.Select(HtmlAsText).Where(html => html.Length > 0));

            // HTML of nothing but images: better what stands in for it than nothing.
            bool isStandIn = !isPlain && string.IsNullOrWhiteSpace(text) && !string.IsNullOrWhiteSpace(plain);
            text = isStandIn ? plain : text;
            if (!string.IsNullOrWhiteSpace(text))
            {
                texts.Add(text.Trim('\r', '\n'));
                anyPlain |= isPlain || isStandIn;
            }
        }

        return texts.Count == 0 ? null : MailText.Of(string.Join("\n\n", texts), anyPlain ? TextOrigin.Plain : TextOrigin.Html);
    }

    private static bool IsStandIn(string plain) => plain.Length <= 600 && StandIn().IsMatch(plain);

    private string PlainText(TextPart part)
    {
        string text = Decoded(part);
        if (part.IsFlowed)
        {
            bool deletesSpace = string.Equals(part.ContentType.Parameters["delsp"], "yes", StringComparison.OrdinalIgnoreCase);
            text = FlowedText.Unfold(text, deletesSpace);
        }

        return text;
    }

    private string HtmlAsText(TextPart part) => HtmlText.Of(Decoded(part));

    private string Decoded(TextPart part)
    {
        if (part.Content is null)
        {
            return "";
        }

        byte[] bytes = Head(part, out bool isCut);
        if (part.IsPlain && Uuencoded.MayBeIn(bytes))
        {
            bytes = WithoutFiles(isCut ? Whole(part) : bytes);
            isCut = bytes.Length > LongestPart;
            bytes = isCut ? bytes[..LongestPart] : bytes;
        }

        if (isCut)
        {
            string name = part.IsHtml ? "texte-complet.html" : "texte-complet.txt";
            _files.Add(IncomingAttachment.Of(part, name, within: null, isInline: false));
            notes.Add(new MailNote(MailNoteKind.TextCut, name));
        }

        (string text, string? guess) = TextDecoder.Decode(bytes, part.ContentType.Charset);
        if (guess is not null)
        {
            notes.Add(new MailNote(MailNoteKind.CharsetGuessed, guess));
        }

        return text;
    }

    private byte[] WithoutFiles(byte[] bytes)
    {
        (byte[] rest, IReadOnlyList<(string Name, byte[] Content)> found) = Uuencoded.Extract(bytes);
        foreach ((string name, byte[] content) in found)
        {
            _files.Add(IncomingAttachment.Of(content, name, "application/octet-stream"));
            notes.Add(new MailNote(MailNoteKind.Uuencoded, _files[^1].FileName));
        }

        return rest;
    }

    private static byte[] Whole(TextPart part)
    {
        using MemoryStream whole = new();
        part.Content!.DecodeTo(whole);
        return whole.ToArray();
    }

    private static byte[] Head(TextPart part, out bool isCut)
    {
        using Stream content = part.Content!.Open();
        using MemoryStream head = new();
        byte[] buffer = new byte[16 * 1024];
        while (head.Length <= LongestPart && content.Read(buffer) is var read and > 0)
        {
            head.Write(buffer, 0, read);
        }

        isCut = head.Length > LongestPart;
        head.SetLength(Math.Min(head.Length, LongestPart));
        return head.ToArray();
    }

    [GeneratedRegex(
        @"(?:ne (?:peut|permet|prend|supporte|sait|lit)[^.]{0,60}\bHTML)|(?:(?:client|messagerie|logiciel|programme)[^.]{0,80}\bHTML)|(?:(?:does not|doesn't|cannot|can't|not) (?:support|display|read|show|able)[^.]{0,60}\bHTML)|(?:HTML (?:e-?mail|message|enabled|compatible|capable|format)[^.]{0,80}(?:view|read|see|client))|(?:(?:view|read|see) (?:this|the)[^.]{0,60}\bHTML)|(?:au format HTML)|(?:(?:voir|afficher|visualiser|consulter) (?:ce|cet|le)[^.]{0,30}(?:e-?mail|message|courriel)[^.]{0,40}(?:en ligne|navigateur))",
        RegexOptions.IgnoreCase)]
    private static partial Regex StandIn();
}
