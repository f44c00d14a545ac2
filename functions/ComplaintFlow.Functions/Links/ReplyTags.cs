using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using ComplaintFlow.Domain.Complaints;

namespace ComplaintFlow.Functions.Links;

/// <summary>
/// The tag of a reply address, <c>R267KQ4M2ZD.0123456789abcdef0123</c>: the reference and eighty bits of an HMAC-SHA256 by the
/// link keys, for this purpose alone. Mail systems fold the case of local parts, so case means nothing in it. It never opens
/// anything by itself: whoever holds one must also write from the client's address.
/// </summary>
public sealed partial class ReplyTags(string currentKey, string? previousKey)
{
    private const int MacBytes = 10;
    private const string Purpose = "reply-address";

    private readonly byte[] _current = KeyOf(currentKey);
    private readonly byte[]? _previous = previousKey is null ? null : KeyOf(previousKey);

    public string Of(Reference reference) => $"{Bare(reference)}.{Convert.ToHexStringLower(Sign(_current, reference))}";

    /// <summary>The tag behind the plus sign of a local part; null when there is none.</summary>
    public ReplyTag? Read(string localPart)
    {
        if (Tag().Match(localPart) is not { Success: true } match || !Reference.TryParse(match.Groups["reference"].Value, out Reference reference))
        {
            return null;
        }

        byte[] mac = Convert.FromHexString(match.Groups["mac"].ValueSpan);
        bool isGenuine = CryptographicOperations.FixedTimeEquals(mac, Sign(_current, reference));
        isGenuine |= _previous is not null && CryptographicOperations.FixedTimeEquals(mac, Sign(_previous, reference));
        return new ReplyTag(reference, isGenuine);
    }

    private static string Bare(Reference reference) => reference.Value.Replace("-", "", StringComparison.Ordinal);

    private static byte[] Sign(byte[] key, Reference reference) => HMACSHA256.HashData(key, Encoding.ASCII.GetBytes(Bare(reference)))[..MacBytes];

    /// <summary>A key of its own, so that nothing signed for a link can stand for a tag.</summary>
    private static byte[] KeyOf(string linkKey) => HMACSHA256.HashData(Encoding.UTF8.GetBytes(linkKey), Encoding.ASCII.GetBytes(Purpose));

    [GeneratedRegex(@"\+(?<reference>R\d{2}[0-9A-Z]{8})\.(?<mac>[0-9A-F]{20})$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Tag();
}
