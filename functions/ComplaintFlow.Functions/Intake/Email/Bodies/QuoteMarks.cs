using System.Text.RegularExpressions;

namespace ComplaintFlow.Functions.Intake.Email.Bodies;

/// <summary>
/// The lines with which mail programs begin what they quote, in French and English, as seen in their output: Outlook and Exchange,
/// Gmail, Apple Mail, Thunderbird, Yahoo, the webmails of Orange, Free (Zimbra), SFR and La Poste, Samsung, Lotus Notes.
/// </summary>
internal static partial class QuoteMarks
{
    private const int LongestLine = 400;
    private const int LinesOfAttribution = 4;
    private const int LinesOfHeader = 8;

    private static readonly string[] HeaderFields = ["date", "to", "subject"];

    /// <summary>A line quoted with a greater-than sign, the convention of RFC 3676, 4.5.</summary>
    public static bool IsQuoted(string line) => line.AsSpan().TrimStart().StartsWith(">", StringComparison.Ordinal);

    /// <summary>How many lines from <paramref name="at"/> on say "On … X wrote:"; 0 when none.</summary>
    public static int Attribution(string[] lines, int at)
    {
        if (lines[at].Length is 0 or > LongestLine || !AttributionStart().IsMatch(lines[at]))
        {
            return 0;
        }

        string joined = "";
        for (int length = 1; length <= LinesOfAttribution && at + length <= lines.Length; length++)
        {
            string line = lines[at + length - 1].Trim();
            joined = joined.Length == 0 ? line : $"{joined} {line}";
            if (line.Length is 0 or > LongestLine || IsQuoted(line))
            {
                return 0;
            }

            if (AttributionWhole().IsMatch(joined))
            {
                return length;
            }
        }

        return 0;
    }

    /// <summary>Whether everything from this line on is an older mail that is not marked line by line.</summary>
    public static bool StartsHistory(string[] lines, int at)
    {
        string line = lines[at];
        return line.Length is > 0 and <= LongestLine
            && (Separator().IsMatch(line) || (RuleLine().IsMatch(line) && NextText(lines, at + 1) is { } next && (IsHeader(lines, next) || Separator().IsMatch(lines[next].Length <= LongestLine ? lines[next] : ""))) || IsHeader(lines, at));
    }

    /// <summary>From: followed within a few lines by two of date, recipient and subject.</summary>
    private static bool IsHeader(string[] lines, int at)
    {
        if (lines[at].Length > LongestLine || !HeaderStart().IsMatch(lines[at]))
        {
            return false;
        }

        HashSet<string> found = [];
        for (int i = at + 1, seen = 0; i < lines.Length && seen < LinesOfHeader; i++)
        {
            if (lines[i].Length is > 0 and <= LongestLine)
            {
                seen++;
                Match field = HeaderField().Match(lines[i]);
                found.UnionWith(HeaderFields.Where(name => field.Groups[name].Success));
            }
        }

        return found.Count >= 2;
    }

    private static int? NextText(string[] lines, int from)
    {
        int last = Math.Min(lines.Length, from + 3);
        for (int i = from; i < last; i++)
        {
            if (!string.IsNullOrWhiteSpace(lines[i]))
            {
                return i;
            }
        }

        return null;
    }

    [GeneratedRegex(@"^\s*(?:Le\s|On\s|\d{4}-\d{2}-\d{2}|\d{1,2}[./]\d{1,2}[./]\d{2,4}|En date de|Am\s|El\s|Il\s|Em\s|Op\s|\*?De\s?:|.{2,80}<[^<>\s]+@[^<>\s]+>\s+(?:a écrit|wrote))", RegexOptions.IgnoreCase)]
    private static partial Regex AttributionStart();

    [GeneratedRegex(@"^(?:(?:Le|On|Am|El|Il|Em|Op|En date de|\d{4}-\d{2}-\d{2}|\d{1,2}[./])[^\n]*\d[^\n]*(?:a écrit|à écrit|a ecrit|wrote|schrieb[^\n]{0,80}|escribió|ha scritto|escreveu|schreef[^\n]{0,80})(?:\s+ce qui suit)?\s?:|\d{4}-\d{2}-\d{2} \d{1,2}:\d{2} (?:GMT|UTC)?[^\n]{0,20}<[^<>\s]+@[^<>\s]+>\s?:|.{2,80}<[^<>\s]+@[^<>\s]+>\s+(?:a écrit|wrote)\s?:)$", RegexOptions.IgnoreCase)]
    private static partial Regex AttributionWhole();

    [GeneratedRegex(@"^\s*(?:-{2,}\s?(?:Message d['’]origine|Message original|Mail original|Original Message|Original Email|Message transféré|Forwarded message|Message transmis|E-mail d['’]origine|Courriel original|Ursprüngliche Nachricht|Mensaje original|Messaggio originale)\s?-{2,}|(?:Début du message (?:transféré|réexpédié)|Begin forwarded message|Message transféré|Transféré par)\s?:?\s*|Message du\s?:?\s\d{1,2}/\d{1,2}/\d{2,4}.*|_{3,}\s?(?:De|From)\s?:.*)$", RegexOptions.IgnoreCase)]
    private static partial Regex Separator();

    [GeneratedRegex(@"^\s*(?:_{5,}|-{5,}|={5,}|\*{5,})\s*$")]
    private static partial Regex RuleLine();

    [GeneratedRegex(@"^\s*\*?(?:De|From|Expéditeur|Von)\*?\s?:\*?\s?\S", RegexOptions.IgnoreCase)]
    private static partial Regex HeaderStart();

    [GeneratedRegex(@"^\s*\*?(?:(?<date>Envoyé(?: le)?|Sent|Date|Le|Gesendet)|(?<to>À|A|To|Pour|Destinataire|An)|(?:Cc|Copie)|(?<subject>Objet|Subject|Sujet|Betreff))\*?\s?:\*?", RegexOptions.IgnoreCase)]
    private static partial Regex HeaderField();
}
