using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using ComplaintFlow.Functions.Intake.Email.Bodies;
using MimeKit;

namespace ComplaintFlow.Functions.Intake.Email;

/// <summary>Reads the addresses of headers: groups, comments, encoded words, IDN domains, SMTPUTF8 local parts (RFC 5322, 2047, 5890, 6532).</summary>
public static partial class MailParties
{
    private const int LongestName = 300;
    private const int LongestAddress = 254;
    private const int MostParties = 1_000;

    /// <summary>The addresses of all headers of a name, groups opened, each address once, at most 1,000.</summary>
    public static IReadOnlyList<MailParty> Of(HeaderList headers, HeaderId id) =>
        Distinct(headers.Where(header => header.Id == id).SelectMany(Read));

    /// <summary>The same for a header without an id of its own.</summary>
    public static IReadOnlyList<MailParty> Of(HeaderList headers, string field) =>
        Distinct(headers.Where(header => header.Field.Equals(field, StringComparison.OrdinalIgnoreCase)).SelectMany(Read));

    /// <summary>The first address of a text; null when there is none.</summary>
    public static MailParty? First(string text) =>
        InternetAddressList.TryParse(RawMail.Options, Encoding.UTF8.GetBytes(text), out InternetAddressList? list)
            ? list.Mailboxes.Select(Of).FirstOrDefault(party => party is not null)
            : null;

    private static IReadOnlyList<MailParty> Distinct(IEnumerable<MailParty> parties) => [.. parties.DistinctBy(party => party.Key).Take(MostParties)];

    private static IEnumerable<MailParty> Read(Header header)
    {
        List<MailParty> parties = InternetAddressList.TryParse(RawMail.Options, header.RawValue, out InternetAddressList? list)
            ? [.. list.Mailboxes.Take(MostParties).Select(Of).OfType<MailParty>()]
            : [];

        // Broken syntax (two at signs, a stray bracket): whatever looks like an address.
        return parties.Count > 0
            ? parties
            : AnyAddress().Matches(header.Value.Length > 100_000 ? header.Value[..100_000] : header.Value)
                .Select(match => Normal(match.Value)).OfType<string>().Select(address => new MailParty(address, ""));
    }

    private static MailParty? Of(MailboxAddress mailbox) => Normal(mailbox.Address) is { } address
        ? new MailParty(address, PlainCharacters.Cut(Unquoted(PlainCharacters.OneLine(TextDecoder.Mended(mailbox.Name ?? ""))), LongestName))
        : null;

    /// <summary>Some programs quote the quoted name once more.</summary>
    private static string Unquoted(string name) => name.Length > 1 && name[0] == name[^1] && (name[0] is '"' or '\'') ? name[1..^1].Trim() : name;

    private static string? Normal(string address)
    {
        string line = PlainCharacters.OneLine(address).Trim('<', '>', ' ');
        int at = line.LastIndexOf('@');
        if (at <= 0 || at == line.Length - 1 || line.Length > LongestAddress)
        {
            return null;
        }

        return $"{line[..at].Normalize(NormalizationForm.FormC)}@{Letters(line[(at + 1)..].TrimEnd('.').ToLowerInvariant())}";
    }

    private static string Letters(string domain)
    {
        try
        {
            return domain.Contains("xn--", StringComparison.Ordinal) ? new IdnMapping().GetUnicode(domain) : domain.Normalize(NormalizationForm.FormC);
        }
        catch (ArgumentException)
        {
            // No such name: kept as written, nobody can be answered there.
            return domain;
        }
    }

    [GeneratedRegex("""[^\s<>"(),;:@\[\]\\]{1,64}@[^\s<>"(),;:@\[\]\\]{1,190}""")]
    private static partial Regex AnyAddress();
}
