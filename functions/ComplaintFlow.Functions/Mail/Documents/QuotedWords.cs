using System.Text;
using System.Text.RegularExpressions;

namespace ComplaintFlow.Functions.Mail.Documents;

/// <summary>
/// Makes a stranger's words safe to show in a mail. Mail programs turn what looks like an address of the web into a link
/// by themselves, in plain text too. An invisible space (U+200B) before and after <c>://</c> and before each dot of what
/// could be the name of a site, with <c>www.</c> or without, stops them; the words read the same. E-mail addresses and the
/// names of ordinary documents stay whole, so that they can be copied.
/// </summary>
public static partial class QuotedWords
{
    private const string Invisible = "\u200B";

    /// <summary>The words with line feeds only, without control characters, and with no live link.</summary>
    public static string Disarm(string words) => Token().Replace(Clean(words), token => DisarmToken(token.Value));

    /// <summary>The same in one line.</summary>
    public static string DisarmInLine(string words) => Disarm(InLine(words));

    /// <summary>Any text in one line: every run of spaces and line breaks becomes one space.</summary>
    public static string InLine(string text) => Spaces().Replace(Clean(text), " ").Trim();

    private static string DisarmToken(string token) => EmailAddress().IsMatch(token)
        ? token
        : SiteDot().Replace(token.Replace("://", $"{Invisible}://{Invisible}", StringComparison.Ordinal), $"{Invisible}.");

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

    [GeneratedRegex(@"[^\s<>""«»()\[\]]+")]
    private static partial Regex Token();

    [GeneratedRegex(@"^(?!.*\bwww\.)[^@:/?#]+@[^@:/?#]+$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex EmailAddress();

    /// <summary>A dot before at least two letters that are not the ending of a document's name, or after <c>www</c>.</summary>
    [GeneratedRegex(
        @"(?<=[\p{L}\p{N}])\.(?=\p{L}{2})(?!(?:pdf|jpe?g|png|gif|heic|webp|tiff?|docx?|xlsx?|odt|ods|rtf|txt|csv|eml|msg)(?![\p{L}\p{N}.\-/]))|(?<=\bwww)\.",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SiteDot();

    [GeneratedRegex(@"[\n\t ]+")]
    private static partial Regex Spaces();
}
