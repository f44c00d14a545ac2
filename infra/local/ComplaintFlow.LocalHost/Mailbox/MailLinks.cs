using System.Net;
using System.Text.RegularExpressions;

namespace ComplaintFlow.LocalHost.Mailbox;

/// <summary>Finds the absolute web addresses of a mail.</summary>
internal static partial class MailLinks
{
    /// <summary>Those of the text, then those of the HTML, each once.</summary>
    public static IReadOnlyList<string> In(string? text, string? html) =>
    [
        .. InText(text).Select(found => found.Value)
            .Concat(Attribute().Matches(html ?? string.Empty).Select(match => WebUtility.HtmlDecode(match.Groups["url"].Value)))
            .Where(link => Uri.TryCreate(link, UriKind.Absolute, out _))
            .Distinct(StringComparer.Ordinal),
    ];

    /// <summary>The addresses in a text with their places; punctuation that ends a sentence is not part of one.</summary>
    public static IEnumerable<(int Index, string Value)> InText(string? text) =>
        Bare().Matches(text ?? string.Empty).Select(match => (match.Index, match.Value.TrimEnd('.', ',', ';', ':', '!', '?', ')', ']', '»', '\'')));

    [GeneratedRegex(@"https?://[^\s<>""«]+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Bare();

    [GeneratedRegex(@"\b(?:href|src|action)\s*=\s*(?:""(?<url>https?://[^""]*)""|'(?<url>https?://[^']*)')", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Attribute();
}
