using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ComplaintFlow.Functions.Links;

/// <summary>
/// Makes and reads the tokens of links and cookies: the claims and their HMAC-SHA256. Read with the current key and the
/// previous one, compared in constant time, and only then checked for expiry.
/// </summary>
public sealed class LinkTokens(string currentKey, string? previousKey)
{
    private const int PersonIdBytes = 9;
    private const int LongestToken = 400;
    private readonly byte[] _current = Encoding.UTF8.GetBytes(currentKey);
    private readonly byte[]? _previous = previousKey is null ? null : Encoding.UTF8.GetBytes(previousKey);

    /// <summary>The id of a staff member in links: a short hash of the address, in any case.</summary>
    public static string PersonId(string email) =>
        Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(email.Trim().ToLowerInvariant())).AsSpan(0, PersonIdBytes));

    public string Issue(LinkClaims claims)
    {
        byte[] payload = Encoding.UTF8.GetBytes(string.Create(
            CultureInfo.InvariantCulture,
            $"{(int)claims.Purpose}|{claims.Reference}|{claims.PersonId}|{claims.Draft}|{claims.ExpiresAt.ToUnixTimeSeconds()}"));
        return Base64Url.EncodeToString([.. Sign(_current, payload), .. payload]);
    }

    public LinkReading Read(string? token, LinkPurpose purpose, DateTimeOffset now)
    {
        if (token is null || token.Length > LongestToken || Decode(token) is not { Length: > HMACSHA256.HashSizeInBytes } bytes)
        {
            return new LinkReading.Wrong();
        }

        ReadOnlySpan<byte> signature = bytes.AsSpan(0, HMACSHA256.HashSizeInBytes);
        byte[] payload = bytes[HMACSHA256.HashSizeInBytes..];
        bool genuine = CryptographicOperations.FixedTimeEquals(signature, Sign(_current, payload));
        genuine |= _previous is not null && CryptographicOperations.FixedTimeEquals(signature, Sign(_previous, payload));
        if (!genuine || Parse(Encoding.UTF8.GetString(payload)) is not { } claims || claims.Purpose != purpose)
        {
            return new LinkReading.Wrong();
        }

        return now < claims.ExpiresAt ? new LinkReading.Valid(claims) : new LinkReading.Expired(claims);
    }

    private static LinkClaims? Parse(string payload) => payload.Split('|') is [var purpose, var reference, var person, var draft, var expiry]
        ? new LinkClaims(
            (LinkPurpose)int.Parse(purpose, CultureInfo.InvariantCulture),
            reference,
            person,
            int.Parse(draft, CultureInfo.InvariantCulture),
            DateTimeOffset.FromUnixTimeSeconds(long.Parse(expiry, CultureInfo.InvariantCulture)))
        : null;

    /// <summary>The bytes of a token written exactly as it is issued; null for anything else.</summary>
    private static byte[]? Decode(string token)
    {
        if (!Base64Url.IsValid(token))
        {
            return null;
        }

        byte[] bytes = Base64Url.DecodeFromChars(token);
        return Base64Url.EncodeToString(bytes) == token ? bytes : null;
    }

    private static byte[] Sign(byte[] key, byte[] payload) => HMACSHA256.HashData(key, payload);
}
