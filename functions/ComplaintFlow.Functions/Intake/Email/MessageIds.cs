using System.Text.RegularExpressions;

namespace ComplaintFlow.Functions.Intake.Email;

/// <summary>Message identifiers (RFC 5322, 3.6.4), as different programs write them, in one form.</summary>
public static partial class MessageIds
{
    /// <summary>A line of a header has at most 998 characters (RFC 5322, 2.1.1): a longer id is no id.</summary>
    private const int Longest = 998;
    private const int MostReferences = 200;

    /// <summary>The first id of a header, without brackets, blanks and comments, its domain in lower case; null when there is none.</summary>
    public static string? First(string? header) => All(header) is [var first, ..] ? first : null;

    /// <summary>The first id in brackets as it is written; null when there is none, or none that could stand in a header of ours.</summary>
    public static string? Written(string? header) =>
        header is not null && Bracketed().Match(header) is { Success: true } match && match.Groups[1].Value.Trim() is var id && Mail.MimeMail.IsNameable(id) ? id : null;

    /// <summary>Every id of a header in its order, at most 200 from the end, each once.</summary>
    public static IReadOnlyList<string> All(string? header)
    {
        if (string.IsNullOrWhiteSpace(header))
        {
            return [];
        }

        string[] bracketed = [.. Bracketed().Matches(header).Select(match => match.Groups[1].Value)];
        IEnumerable<string> found = bracketed.Length > 0
            ? bracketed.TakeLast(MostReferences)
            : header.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Where(word => word.Contains('@', StringComparison.Ordinal)).TakeLast(MostReferences);
        return [.. found.Select(Normalise).OfType<string>().Distinct(StringComparer.Ordinal)];
    }

    private static string? Normalise(string id)
    {
        string bare = string.Concat(id.Where(c => !char.IsWhiteSpace(c) && !char.IsControl(c))).Trim('<', '>');
        int at = bare.LastIndexOf('@');
        string normal = at < 0 ? bare : bare[..(at + 1)] + bare[(at + 1)..].ToLowerInvariant();
        return normal.Length is 0 or > Longest ? null : normal;
    }

    [GeneratedRegex("<([^<>]{1,1200})>")]
    private static partial Regex Bracketed();
}
