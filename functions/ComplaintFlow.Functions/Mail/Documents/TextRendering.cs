using ComplaintFlow.Domain.Procedure;

namespace ComplaintFlow.Functions.Mail.Documents;

/// <summary>A <see cref="Document"/> as plain text. Lines are not cut: mail programs wrap them to the width they have.</summary>
public static class TextRendering
{
    public static string Of(Document document)
    {
        string colon = document.Language == Language.French ? "\u00A0:" : ":";
        return string.Join("\n\n", document.Blocks.Select(block => Of(block, colon))) + "\n";
    }

    private static string Of(Block block, string colon) => block switch
    {
        Paragraph paragraph => paragraph.Text,
        Heading heading => $"{heading.Text}\n{new string('-', heading.Text.Length)}",
        Quote quote => string.Join('\n', QuotedWords.Disarm(quote.Words).Split('\n').Select(line => line.Length == 0 ? ">" : $"> {line}")),
        Words words => QuotedWords.Disarm(words.Text),
        Facts facts => string.Join('\n', facts.Rows.Select(row => $"{row.Label}{colon} {Value(row)}")),
        LinkButton link => $"{link.Label}{colon}\n{link.Url}",
        Note note => note.Text,
        _ => throw new ArgumentOutOfRangeException(nameof(block), block, "Not a known block."),
    };

    private static string Value(Fact row) => row.IsQuoted ? QuotedWords.DisarmInLine(row.Value) : row.Value;
}
