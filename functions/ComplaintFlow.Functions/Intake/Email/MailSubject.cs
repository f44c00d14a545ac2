using System.Text.RegularExpressions;
using ComplaintFlow.Functions.Intake.Email.Bodies;

namespace ComplaintFlow.Functions.Intake.Email;

/// <summary>The subject: one line, no control characters, at most <see cref="ComplaintFields.LongestSubject"/> characters.</summary>
/// <param name="Text">As written, with its prefixes; empty when there is none.</param>
/// <param name="Bare">Without the prefixes of answers and forwards and the marks of gateways.</param>
/// <param name="IsCut">Whether it was longer.</param>
public sealed partial record MailSubject(string Text, string Bare, bool IsReply, bool IsForward, bool IsCut)
{
    /// <summary>Prefixes stand at the start; what comes after so many characters is words.</summary>
    private const int LongestRead = 5_000;

    /// <param name="decoded">The header's value after RFC 2047.</param>
    public static MailSubject Of(string? decoded)
    {
        string line = PlainCharacters.OneLine(TextDecoder.Mended((decoded ?? "").Length > LongestRead ? decoded![..LongestRead] : decoded ?? ""));
        string bare = line;
        bool isReply = false;
        bool isForward = false;
        while (Prefix().Match(bare) is { Success: true } prefix)
        {
            isReply |= prefix.Groups["reply"].Success;
            isForward |= prefix.Groups["forward"].Success;
            bare = bare[prefix.Length..];
        }

        return new MailSubject(Cut(line), Cut(bare), isReply, isForward, line.Length > ComplaintFields.LongestSubject || (decoded ?? "").Length > LongestRead);
    }

    private static string Cut(string line) => PlainCharacters.Cut(line, ComplaintFields.LongestSubject);

    // French and English programs, Lotus Notes (Réf), German (AW, WG), Spanish and Italian (RV, I), Scandinavian (SV), Dutch (Antw).
    [GeneratedRegex(
        """^\s*(?:(?<reply>re|ré|réf|réf\.|rép|rép\.|aw|sv|antw)|(?<forward>tr|fw|fwd|wg|rv|i|tr\.))(?:\s?[\[(]\d{1,3}[\])])?\s?[:：]\s*|^\s*(?:\[(?:externe?|ext|external|spam|\?+spam\?+)\]|\*{2,5}\s?spam\s?\*{2,5}|\{spam\?\})\s*:?\s*""",
        RegexOptions.IgnoreCase)]
    private static partial Regex Prefix();
}
