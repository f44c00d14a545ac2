using System.Globalization;
using System.Text;
using ComplaintFlow.Domain.Complaints;
using ComplaintFlow.Functions.Storage;

namespace ComplaintFlow.Functions.Complaints;

/// <summary>What lists and searches read of a complaint without loading it. <paramref name="Words"/> is folded for search and goes with an erasure.</summary>
/// <param name="NextDeadline">The next date to keep; null when none is left.</param>
public sealed record ListedComplaint(
    string Reference,
    string Status,
    int Level,
    string Handler,
    DateOnly ReceivedOn,
    DateOnly? NextDeadline,
    string Words)
{
    public bool IsOpen => Status != WireName.Of(Domain.Complaints.Status.Closed);

    public static string PartitionOf(Reference reference) => $"list-20{reference.Value[1..3]}";

    public static string PartitionOf(int year) => string.Create(CultureInfo.InvariantCulture, $"list-{year:D4}");

    public static ListedComplaint Of(StoredComplaint stored)
    {
        Complaint c = stored.Complaint;
        Complainant? person = stored.Dossier.Complainant;
        string?[] words =
        [
            stored.Reference.Value, stored.Reference.Value.Replace("-", "", StringComparison.Ordinal), person?.Name, person?.Email, person?.PostalAddress,
            person?.ClientNumber, person?.Phone, Digits(person?.Phone), stored.Dossier.Contract, stored.Dossier.Subject,
            stored.Dossier.Representative?.Name, stored.Dossier.Representative?.Email,
        ];
        return new ListedComplaint(
            stored.Reference.Value,
            WireName.Of(c.Status),
            c.Level,
            c.Handler,
            c.ReceivedOn,
            NextDeadlineOf(c),
            Fold(string.Join('\n', words.Where(word => word is not null))));
    }

    /// <summary>The date that the firm must keep next: to acknowledge, to answer at this level.</summary>
    public static DateOnly? NextDeadlineOf(Complaint c) => c switch
    {
        { OwesAnswer: false } => null,
        { Level: 2 } => c.Level2By,
        { AcknowledgedOn: null } => c.Dates.AcknowledgeBy < c.RespondByExtended ? c.Dates.AcknowledgeBy : c.RespondByExtended,
        _ => c.RespondByExtended,
    };

    /// <summary>Whether every word of <paramref name="query"/> occurs, without regard to case and accents; telephone numbers in any grouping.</summary>
    public bool Matches(string query) =>
        Fold(query).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).All(word => Words.Contains(word, StringComparison.Ordinal))
        || (!query.Any(char.IsLetter) && Digits(query) is { Length: >= 6 } digits && Words.Contains(digits, StringComparison.Ordinal));

    public Dictionary<string, object> ToProperties()
    {
        Dictionary<string, object> row = new()
        {
            ["status"] = Status,
            ["level"] = Level,
            ["handler"] = Handler,
            ["receivedOn"] = Iso(ReceivedOn),
            ["words"] = Words.Length > 30_000 ? Words[..30_000] : Words,
        };
        if (NextDeadline is { } date)
        {
            row["nextDeadline"] = Iso(date);
        }

        return row;
    }

    public static ListedComplaint Read(TableRow row) => new(
        row.Row,
        row.Text("status"),
        (int)row.Number("level"),
        row.Text("handler"),
        Date(row.Text("receivedOn")),
        row.TextOrNull("nextDeadline") is { } date ? Date(date) : null,
        row.Text("words"));

    /// <summary>The digits of a telephone number, a French one in its national form (0612345678) however it was written.</summary>
    private static string? Digits(string? text)
    {
        if (text is null)
        {
            return null;
        }

        string digits = string.Concat(text.Where(char.IsAsciiDigit));
        string international = digits.StartsWith("00", StringComparison.Ordinal) ? digits[2..] : digits;
        bool isFrench = international.StartsWith("33", StringComparison.Ordinal) && (text.Contains('+', StringComparison.Ordinal) || international.Length < digits.Length);
        return isFrench ? "0" + international[2..].TrimStart('0') : digits;
    }

    /// <summary>Lower case without accents.</summary>
    private static string Fold(string text)
    {
        StringBuilder folded = new(text.Length);
        foreach (char c in text.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
            {
                folded.Append(c is '’' or '‘' ? '\'' : char.ToLowerInvariant(c));
            }
        }

        return folded.ToString().Normalize(NormalizationForm.FormC);
    }

    private static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateOnly Date(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
