using MimeKit.Text;

namespace ComplaintFlow.Functions.Intake.Email.Bodies;

/// <summary>
/// HTML as plain text: blocks as lines, lists with their marks, the cells of a row on one line, links and images as words,
/// quotations with "> ". Only text comes out, so there is nothing to clean afterwards; scripts, styles and the head are left out.
/// It reads tokens and builds no tree: time and memory grow with the length alone, however deep or broken the HTML is.
/// </summary>
public static class HtmlText
{
    private const int LongestLink = 500;

    /// <summary>The text of a page or a fragment.</summary>
    public static string Of(string html)
    {
        using StringReader reader = new(html);
        HtmlTokenizer tokenizer = new(reader) { DecodeCharacterReferences = true };
        TextLines lines = new();
        Stack<string?> links = new();
        int textBefore = 0;
        bool isInHead = false;
        while (tokenizer.ReadNextToken(out HtmlToken? token))
        {
            if (token is HtmlTagToken tag)
            {
                isInHead = tag.Id switch { HtmlTagId.Head => !tag.IsEndTag, HtmlTagId.Body => false, _ => isInHead };
                if (tag.Id == HtmlTagId.A)
                {
                    textBefore = Link(tag, lines, links, textBefore);
                }
                else
                {
                    Tag(tag, lines);
                }
            }
            else if (token is HtmlDataToken { Kind: HtmlTokenKind.Data or HtmlTokenKind.CData } data && !IsHidden(tokenizer, data, isInHead))
            {
                lines.Write(data.Data);
            }
        }

        CloseLinks(lines, links, textBefore);
        return lines.ToString();
    }

    /// <summary>The text of title and style elements comes as data, too.</summary>
    private static bool IsHidden(HtmlTokenizer tokenizer, HtmlDataToken data, bool isInHead) =>
        isInHead || tokenizer.TokenizerState is HtmlTokenizerState.RawText or HtmlTokenizerState.ScriptData || data is HtmlScriptDataToken;

    private static void Tag(HtmlTagToken tag, TextLines lines)
    {
        switch (tag.Id)
        {
            case HtmlTagId.Br when !tag.IsEndTag:
                lines.Break();
                break;
            case HtmlTagId.HR when !tag.IsEndTag:
                lines.Rule();
                break;
            case HtmlTagId.BlockQuote:
                lines.Quote(tag.IsEndTag);
                break;
            case HtmlTagId.P or HtmlTagId.H1 or HtmlTagId.H2 or HtmlTagId.H3 or HtmlTagId.H4 or HtmlTagId.H5 or HtmlTagId.H6 or HtmlTagId.Table:
                lines.Paragraph();
                break;
            case HtmlTagId.UL or HtmlTagId.OL:
                lines.List(tag.Id == HtmlTagId.OL, tag.IsEndTag);
                break;
            case HtmlTagId.LI when !tag.IsEndTag:
                lines.Item();
                break;
            case HtmlTagId.TD or HtmlTagId.TH when !tag.IsEndTag:
                lines.Cell();
                break;
            case HtmlTagId.Pre:
                lines.Preformatted(tag.IsEndTag);
                break;
            case HtmlTagId.Image when !tag.IsEndTag:
                Image(tag, lines);
                break;
            case HtmlTagId.Div or HtmlTagId.TR or HtmlTagId.LI or HtmlTagId.Section or HtmlTagId.Article or HtmlTagId.Header or HtmlTagId.Footer
                or HtmlTagId.Address or HtmlTagId.Center or HtmlTagId.DT or HtmlTagId.DD or HtmlTagId.Form or HtmlTagId.FieldSet or HtmlTagId.Option:
                lines.Line();
                break;
            default:
                break;
        }
    }

    /// <summary>An address that the words do not show already follows them in brackets.</summary>
    private static int Link(HtmlTagToken tag, TextLines lines, Stack<string?> links, int textBefore)
    {
        if (tag.IsEndTag || tag.IsEmptyElement)
        {
            CloseLinks(lines, links, textBefore);
            return lines.Length;
        }

        // A link does not stand inside a link: the one before was never closed.
        CloseLinks(lines, links, textBefore);
        links.Push(Attribute(tag, HtmlAttributeId.Href));
        return lines.Length;
    }

    private static void CloseLinks(TextLines lines, Stack<string?> links, int textBefore)
    {
        if (links.TryPop(out string? target) && target is not null && Shown(target) is { } address && !lines.Since(textBefore).Contains(address, StringComparison.OrdinalIgnoreCase))
        {
            string words = lines.Since(textBefore).Trim();
            lines.Write(words.Length == 0 ? address : $" ({address})");
        }
    }

    /// <summary>Addresses of the web and of mail; a script or a place in the page is none.</summary>
    private static string? Shown(string target)
    {
        string line = PlainCharacters.OneLine(target);
        string? address = line.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) ? Uri.UnescapeDataString(line[7..].Split('?')[0])
            : line.StartsWith("tel:", StringComparison.OrdinalIgnoreCase) ? line[4..]
            : line.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || line.StartsWith("https://", StringComparison.OrdinalIgnoreCase) ? line.TrimEnd('/')
            : null;
        return string.IsNullOrWhiteSpace(address) ? null : PlainCharacters.Cut(address, LongestLink);
    }

    private static void Image(HtmlTagToken tag, TextLines lines)
    {
        string? alternative = Attribute(tag, HtmlAttributeId.Alt);
        bool isPixel = Attribute(tag, HtmlAttributeId.Width) is "0" or "1" || Attribute(tag, HtmlAttributeId.Height) is "0" or "1";
        if (!isPixel && !string.IsNullOrWhiteSpace(alternative))
        {
            lines.Write($"[{PlainCharacters.OneLine(alternative)}]");
        }
    }

    private static string? Attribute(HtmlTagToken tag, HtmlAttributeId id) => tag.Attributes.FirstOrDefault(attribute => attribute.Id == id)?.Value;
}
