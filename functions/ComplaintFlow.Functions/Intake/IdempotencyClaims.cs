using System.Security.Cryptography;
using System.Text;
using ComplaintFlow.Domain.Complaints;
using ComplaintFlow.Functions.Http;
using ComplaintFlow.Functions.Storage;

namespace ComplaintFlow.Functions.Intake;

/// <summary>
/// Which reference an <c>Idempotency-Key</c>, or the Message-ID of a mail, stands for. The claim is written before the complaint: of two equal posts
/// at once one makes the complaint, and both answer the same.
/// </summary>
public sealed class IdempotencyClaims(ITableStore store)
{
    private static readonly TimeSpan KeptFor = TimeSpan.FromDays(30);

    /// <summary>
    /// The reference to answer with: <paramref name="proposed"/>, or the one claimed before. Null when the key was used
    /// for another body within thirty days, or ever where it is claimed <paramref name="forever"/>.
    /// </summary>
    public async Task<Reference?> ClaimAsync(
        string caller, string key, string bodyHash, Reference proposed, DateTimeOffset now, CancellationToken cancellationToken, bool forever = false)
    {
        string partition = $"idem-{Hash(caller)}";
        string row = Hash(key);
        Dictionary<string, object> claim = new() { ["body"] = bodyHash, ["reference"] = proposed.Value, ["at"] = now.ToUniversalTime() };
        while (true)
        {
            TableRow? known = await store.FindAsync(partition, row, cancellationToken);
            bool isOver = !forever && known is not null && known.Instant("at") + KeptFor < now;
            if (known is null || isOver)
            {
                TableOperation write = known is null ? new Insert(row, claim) : new Replace(row, claim, known.ETag!);
                if ((await store.WriteAsync(partition, [write], cancellationToken)).Done)
                {
                    return proposed;
                }

                continue;
            }

            return known.Text("body") == bodyHash && Reference.TryParse(known.Text("reference"), out Reference claimed) ? claimed : null;
        }
    }

    /// <summary>When a key was claimed for that body; null when it was not.</summary>
    public async Task<DateTimeOffset?> FindInstantAsync(string caller, string key, string bodyHash, CancellationToken cancellationToken) =>
        await store.FindAsync($"idem-{Hash(caller)}", Hash(key), cancellationToken) is { } known && known.Text("body") == bodyHash ? known.Instant("at") : null;

    /// <summary>One hash for what a body says: names, values and files, whatever the order and the white space between them.</summary>
    public static string HashOf(RequestBody body)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach ((string name, string value) in body.Values.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{name.Length}:{name}={value.Length}:{value};"));
        }

        foreach (UploadedFile file in body.Files)
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{file.FileName.Length}:{file.FileName}"));
            hash.AppendData(SHA256.HashData(file.Content.Span));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..40];
}
