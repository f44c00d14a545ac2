using System.Text;

namespace ComplaintFlow.Functions.Intake.Email.Bodies;

/// <summary>Text that cannot do anything to whoever shows it.</summary>
public static class PlainCharacters
{
    /// <summary>
    /// Line ends as line feeds, no blanks at the end of lines; controls, byte order marks and characters that turn the direction
    /// of writing (Unicode TR 36) taken out, halves of characters replaced. Marks of direction in honest Arabic or Hebrew (LRM, RLM) stay.
    /// </summary>
    public static string Lines(string text)
    {
        StringBuilder clean = new(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (c is '\n' or '\r' or '\u0085' or '\u2028' or '\u2029' or '\f' or '\v')
            {
                i += c == '\r' && i + 1 < text.Length && text[i + 1] == '\n' ? 1 : 0;
                TrimBlanks(clean);
                clean.Append('\n');
            }
            else if (char.IsSurrogate(c))
            {
                bool isPair = char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]);
                _ = isPair ? clean.Append(c).Append(text[++i]) : clean.Append('\uFFFD');
            }
            else if (c == '\t' || !IsNeutralised(c))
            {
                clean.Append(c);
            }
        }

        TrimBlanks(clean);
        return clean.ToString();
    }

    /// <summary>The same as one line: runs of blanks and line ends are one space.</summary>
    public static string OneLine(string text) => string.Join(' ', Lines(text).Split((char[])[' ', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries));

    /// <summary>At most so many characters, a character of two halves not cut, with an ellipsis where something is missing.</summary>
    public static string Cut(string text, int longest)
    {
        if (text.Length <= longest)
        {
            return text;
        }

        int end = char.IsHighSurrogate(text[longest - 2]) ? longest - 2 : longest - 1;
        return text[..end] + '…';
    }

    private static bool IsNeutralised(char c) =>
        char.IsControl(c) || c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\uFEFF' or '\uFFFE' or '\uFFFF';

    private static void TrimBlanks(StringBuilder text)
    {
        int end = text.Length;
        while (end > 0 && text[end - 1] is ' ' or '\t' or '\u00A0')
        {
            end--;
        }

        // "-- " is the delimiter of signatures (RFC 3676, 4.3): its blank says that it is one.
        bool isDelimiter = end >= 2 && text.Length > end && text[end - 1] == '-' && text[end - 2] == '-' && (end == 2 || text[end - 3] == '\n');
        text.Length = isDelimiter ? end + 1 : end;
    }
}
