using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace ComplaintFlow.Functions.Http;

/// <summary>Who calls, by application key. <paramref name="WrongKey"/>: one was given that nobody has.</summary>
public sealed record Caller(ApplicationKey? Key, bool WrongKey)
{
    /// <summary>Whose idempotency keys are meant: each application key has its own, the public has theirs together.</summary>
    public string Name => Key is { } key ? $"key:{key.Name}" : "public";
}

/// <summary>Finds the application key of a request, comparing in constant time.</summary>
public sealed class Callers(IReadOnlyList<ApplicationKey> keys)
{
    public const string Header = "x-functions-key";
    private readonly (ApplicationKey Key, byte[] Hash)[] _keys = [.. keys.Select(key => (key, HashOf(key.Secret)))];

    public Caller Identify(HttpRequest request)
    {
        if (Given(request) is not { } given)
        {
            return new Caller(null, WrongKey: false);
        }

        byte[] hash = HashOf(given);
        ApplicationKey? found = null;
        foreach ((ApplicationKey key, byte[] known) in _keys)
        {
            if (CryptographicOperations.FixedTimeEquals(known, hash))
            {
                found = key;
            }
        }

        return new Caller(found, WrongKey: found is null);
    }

    private static string? Given(HttpRequest request)
    {
        StringValues header = request.Headers[Header];
        string? text = StringValues.IsNullOrEmpty(header) ? request.Query["code"].ToString() : header.ToString();
        return string.IsNullOrEmpty(text) ? null : text;
    }

    private static byte[] HashOf(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));
}
