using ComplaintFlow.Domain.Procedure;
using ComplaintFlow.Functions.Markup;

namespace ComplaintFlow.Functions.Mail.Documents;

/// <summary>
/// A <see cref="Document"/> as a complete HTML page for mail programs: styles inline, no image, no script, one column that
/// a telephone can show, and directions of writing kept apart so that quoted words cannot turn the text around them.
/// </summary>
public static class HtmlRendering
{
    public static string Of(Document document)
    {
        string language = document.Language == Language.English ? "en" : "fr";
        return Html.Of($"""
            <!DOCTYPE html>
            <html lang="{language}">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="format-detection" content="telephone=no, date=no, address=no, email=no, url=no">
            <title>{document.Title}</title>
            </head>
            <body style="margin:0;padding:0;background:#f4f4f1;color:#1d1d1b">
            <div style="max-width:600px;margin:0 auto;padding:24px 20px;background:#ffffff;font-family:Georgia,'Times New Roman',serif;font-size:17px;line-height:1.5;overflow-wrap:anywhere;word-break:break-word">
            {Html.Each(document.Blocks, Of)}</div>
            </body>
            </html>

            """).ToString();
    }

    private static Html Of(Block block) => block switch
    {
        Paragraph paragraph => Html.Of($"<p style=\"margin:0 0 16px;white-space:pre-line\">{paragraph.Text}</p>\n"),
        Heading heading => Html.Of($"<h2 style=\"margin:28px 0 12px;font-size:19px;line-height:1.3\">{heading.Text}</h2>\n"),
        Quote quote => Html.Of($"<blockquote dir=\"auto\" style=\"margin:0 0 16px;padding:4px 0 4px 14px;border-left:3px solid #b9b9b0;white-space:pre-wrap;unicode-bidi:isolate\">{QuotedWords.Disarm(quote.Words)}</blockquote>\n"),
        Words words => Html.Of($"<div dir=\"auto\" style=\"margin:0 0 16px;white-space:pre-wrap;unicode-bidi:isolate\">{QuotedWords.Disarm(words.Text)}</div>\n"),
        Facts facts => Html.Of($"<table style=\"margin:0 0 16px;border-collapse:collapse;width:100%;font-size:16px\">\n{Html.Each(facts.Rows, Of)}</table>\n"),
        LinkButton link => Html.Of($"<p style=\"margin:24px 0\"><a href=\"{link.Url}\" style=\"display:inline-block;padding:12px 22px;background:#1f4e5f;color:#ffffff;text-decoration:none;border-radius:4px\">{link.Label}</a></p>\n"),
        Note note => Html.Of($"<p style=\"margin:16px 0 0;font-size:14px;line-height:1.45;color:#55554f;white-space:pre-line\">{note.Text}</p>\n"),
        _ => throw new ArgumentOutOfRangeException(nameof(block), block, "Not a known block."),
    };

    private static Html Of(Fact row) => Html.Of(
        $"<tr><th scope=\"row\" style=\"width:38%;padding:5px 12px 5px 0;text-align:left;vertical-align:top;font-weight:normal;color:#55554f\">{row.Label}</th><td style=\"padding:5px 0;vertical-align:top\"><bdi>{Value(row)}</bdi></td></tr>\n");

    private static string Value(Fact row) => row.IsQuoted ? QuotedWords.DisarmInLine(row.Value) : row.Value;
}
