using System.Runtime.InteropServices;
using ComplaintFlow.Domain.Procedure;
using ComplaintFlow.Functions.Mail.Documents;

namespace ComplaintFlow.Functions.Mail.Templating;

/// <summary>
/// Reads the blocks of a written template: paragraphs between empty lines, a heading on a line that begins with
/// <c># </c>, rows and small print between their tags. It sees marks where values stand, never the values.
/// </summary>
internal sealed class BlockReader(Language language)
{
    private readonly List<Block> _blocks = [];
    private readonly List<string> _lines = [];
    private readonly List<Fact> _rows = [];
    private string? _section;

    public static IReadOnlyList<Block> Read(MailWriter written)
    {
        BlockReader reader = new(written.Language);
        List<Held> held = [.. written.Held];
        int next = 0;
        foreach (string line in written.Text.Split('\n'))
        {
            int first = next;
            int start = 0;
            for (int i = 0; i < line.Length; i++)
            {
                if (line[i] == MailWriter.Mark && held[next++] is not Hole and { } structure)
                {
                    reader.Take(line[start..i], CollectionsMarshal.AsSpan(held)[first..(next - 1)]);
                    reader.Take(structure);
                    start = i + 1;
                    first = next;
                }
            }

            reader.Take(line[start..], CollectionsMarshal.AsSpan(held)[first..next]);
        }

        reader.EndParagraph();
        return reader._blocks;
    }

    private void Take(Held structure)
    {
        EndParagraph();
        switch (structure)
        {
            case HeldBlocks made:
                _blocks.AddRange(made.Blocks);
                break;
            case SectionMark section:
                if (_rows.Count > 0)
                {
                    _blocks.Add(new Facts([.. _rows]));
                    _rows.Clear();
                }

                _section = section.Tag;
                break;
        }
    }

    private void Take(string piece, ReadOnlySpan<Held> holes)
    {
        string trimmed = piece.Trim();
        if (trimmed.Length == 0)
        {
            EndParagraph();
        }
        else if (_section == MailTags.Facts)
        {
            TakeRow(trimmed, holes);
        }
        else if (trimmed.StartsWith("# ", StringComparison.Ordinal))
        {
            EndParagraph();
            _blocks.Add(new Heading(PrintedText.Of(trimmed[2..], holes, language).Text));
        }
        else if (PrintedText.Of(trimmed, holes, language).Text is { Length: > 0 } line)
        {
            _lines.Add(line);
        }
    }

    /// <summary>A label, a colon, a value; nothing where the value is empty or all that is put into it is.</summary>
    private void TakeRow(string row, ReadOnlySpan<Held> holes)
    {
        int colon = row.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0)
        {
            return;
        }

        int inLabel = row.AsSpan(0, colon).Count(MailWriter.Mark);
        PrintedText value = PrintedText.Of(row[(colon + 1)..].Trim(), holes[inLabel..], language);
        if (value.Text.Length > 0 && !value.IsVoid)
        {
            _rows.Add(new Fact(PrintedText.Of(row[..colon].Trim(), holes[..inLabel], language).Text, value.Typed ?? value.Text, value.Typed is not null));
        }
    }

    private void EndParagraph()
    {
        if (_lines.Count > 0)
        {
            string text = string.Join('\n', _lines);
            _blocks.Add(_section == MailTags.Note ? new Note(text) : new Paragraph(text));
            _lines.Clear();
        }
    }
}
