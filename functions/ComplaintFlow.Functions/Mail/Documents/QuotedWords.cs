using System.Text;
using System.Text.RegularExpressions;

namespace ComplaintFlow.Functions.Mail.Documents;

/// <summary>
/// Makes a stranger's words safe to show in a mail. Mail programs turn what looks like an address of the web into a link by
/// themselves, in plain text too; an invisible space (U+200B) before and after <c>://</c>, and before a dot
/// inside a domain name, stops them. The words read the same; copying an address out of them takes the invisible spaces along.
/// </summary>
public static partial class QuotedWords
{
    private const string Invisible = "\u200B";

    /// <summary>The words with line feeds only, without control characters, and with no live link.</summary>
    public static string Disarm(string words) =>
        DomainDot().Replace(
            Clean(words).Replace("://", $"{Invisible}://{Invisible}", StringComparison.Ordinal),
            $"{Invisible}.");

    /// <summary>The same in one line.</summary>
    public static string DisarmInLine(string words) => Disarm(InLine(words));

    /// <summary>Any text in one line: every run of spaces and line breaks becomes one space.</summary>
    public static string InLine(string text) => Spaces().Replace(Clean(text), " ").Trim();

    private static string Clean(string words)
    {
        StringBuilder clean = new(words.Length);
        foreach (char c in words.ReplaceLineEndings("\n"))
        {
            if (c is '\n' or '\t' || !char.IsControl(c))
            {
                clean.Append(c);
            }
        }

        return clean.ToString();
    }

    /// <summary>A dot between a letter or digit and at least two letters: <c>www.a</c> is caught by the second half.</summary>
    [GeneratedRegex(@"(?<=[\p{L}\p{N}])\.(?=\p{L}{2})|(?<=\bwww)\.", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex DomainDot();

    [GeneratedRegex(@"[\n\t ]+")]
    private static partial Regex Spaces();
}
