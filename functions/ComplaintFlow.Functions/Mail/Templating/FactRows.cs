using System.Text.RegularExpressions;

namespace ComplaintFlow.Functions.Mail.Templating;

/// <summary>The rows between <c>{% facts %}</c> and <c>{% endfacts %}</c>, as the text of a template has them.</summary>
internal static partial class FactRows
{
    /// <summary>Where each row without a colon begins.</summary>
    public static IEnumerable<int> WithoutColon(string source)
    {
        foreach (Match section in Section().Matches(source))
        {
            int at = section.Groups[1].Index;
            foreach (string line in section.Groups[1].Value.Split('\n'))
            {
                string words = Tag().Replace(line, "");
                if (words.Trim().Length > 0 && !Output().Replace(words, "").Contains(':', StringComparison.Ordinal))
                {
                    yield return at + (line.Length - line.TrimStart().Length);
                }

                at += line.Length + 1;
            }
        }
    }

    [GeneratedRegex(@"\{%-?\s*facts\s*-?%\}(.*?)\{%-?\s*endfacts", RegexOptions.Singleline)]
    private static partial Regex Section();

    [GeneratedRegex(@"\{%.*?%\}")]
    private static partial Regex Tag();

    [GeneratedRegex(@"\{\{.*?\}\}")]
    private static partial Regex Output();
}
