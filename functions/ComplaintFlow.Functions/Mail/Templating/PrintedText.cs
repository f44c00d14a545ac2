using System.Text;
using ComplaintFlow.Domain.Procedure;
using ComplaintFlow.Functions.Mail.Documents;

namespace ComplaintFlow.Functions.Mail.Templating;

/// <summary>A piece of a line with its holes filled: the firm's words in French print, what people typed as it was.</summary>
/// <param name="Text">In one line, with no live link in what people typed.</param>
/// <param name="Typed">The same with what people typed as they typed it; null when there is nothing of that kind.</param>
/// <param name="IsVoid">Whether there were holes and all were empty.</param>
internal readonly record struct PrintedText(string Text, string? Typed, bool IsVoid)
{
    /// <param name="piece">With a mark for each hole.</param>
    /// <param name="holes">As many as there are marks.</param>
    public static PrintedText Of(string piece, ReadOnlySpan<Held> holes, Language language)
    {
        string own = Own(piece, language);
        StringBuilder text = new(own.Length);
        StringBuilder? typed = null;
        bool isVoid = holes.Length > 0;
        int next = 0;
        foreach (char c in own)
        {
            if (c != MailWriter.Mark)
            {
                text.Append(c);
                typed?.Append(c);
                continue;
            }

            Hole hole = (Hole)holes[next++];
            isVoid &= hole.IsEmpty;
            if (hole.IsTyped)
            {
                (typed ??= new StringBuilder().Append(text)).Append(hole.Text);
                text.Append(Isolated(QuotedWords.DisarmInLine(hole.Text)));
            }
            else
            {
                string words = Own(QuotedWords.InLine(hole.Text), language);
                text.Append(words);
                typed?.Append(words);
            }
        }

        return new PrintedText(text.ToString().Trim(' '), typed?.ToString().Trim(' '), isVoid);
    }

    /// <summary>The firm's words: a number sign keeps its number, the high signs their space.</summary>
    public static string Own(string text, Language language) => language == Language.French
        ? FrenchTypography.Apply(text).Replace("n° ", "n°\u00A0", StringComparison.Ordinal)
        : text;

    /// <summary>Within a sentence, typed words cannot turn the direction of the words around them.</summary>
    private static string Isolated(string words)
    {
        string plain = string.Concat(words.Where(c => c is not ((>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\u200E' or '\u200F' or '\u061C')));
        return plain.Any(c => c is (>= '\u0590' and <= '\u08FF') or (>= '\uFB1D' and <= '\uFEFC') or (>= '\uD802' and <= '\uD803') or '\uD83A' or '\uD83B')
            ? $"\u2068{plain}\u2069"
            : plain;
    }
}
