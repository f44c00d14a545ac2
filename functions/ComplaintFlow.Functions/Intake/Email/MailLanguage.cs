using System.Collections.Frozen;
using System.Text.RegularExpressions;
using ComplaintFlow.Domain.Procedure;

namespace ComplaintFlow.Functions.Intake.Email;

/// <summary>The language in which to answer: French unless the words are clearly English.</summary>
public static partial class MailLanguage
{
    private const int LongestRead = 4_000;
    private const int FewestWords = 4;

    private static readonly FrozenSet<string> English = FrozenSet.ToFrozenSet(
        ["the", "and", "you", "your", "my", "is", "are", "was", "have", "has", "not", "with", "this", "that", "for", "from", "of", "to", "would", "please", "been", "it", "i"]);

    private static readonly FrozenSet<string> French = FrozenSet.ToFrozenSet(
        ["le", "la", "les", "de", "des", "du", "et", "un", "une", "je", "vous", "votre", "mon", "ma", "mes", "est", "pas", "que", "qui", "pour", "avec", "dans", "au", "ce", "ne", "en", "bonjour"]);

    public static Language Of(string text)
    {
        string[] words = [.. Words().Matches(text.Length > LongestRead ? text[..LongestRead] : text).Select(match => match.Value.ToLowerInvariant())];
        int english = words.Count(English.Contains);
        return english >= FewestWords && english > 3 * words.Count(French.Contains) ? Language.English : Language.French;
    }

    [GeneratedRegex(@"\p{L}+")]
    private static partial Regex Words();
}
