using System.Security.Cryptography;
using System.Text;
using ComplaintFlow.Domain.Complaints;
using ComplaintFlow.Functions.Storage;

namespace ComplaintFlow.Functions.Complaints;

/// <summary>
/// Which complaint a mail of ours was about, by the effect's id, which is the left side of its Message-ID. The row is written
/// before the mail leaves, so that an answer or a bounce, however fast, finds it. A mail service that gave it another
/// Message-ID tells so later; that one is found too.
/// </summary>
public sealed class SentMails(ITableStore store)
{
    public async Task RememberAsync(Guid effect, Reference reference, CancellationToken cancellationToken) =>
        await store.WriteAsync(
            PartitionOf(effect), [new Put(effect.ToString("D"), new Dictionary<string, object> { ["reference"] = reference.Value })], cancellationToken);

    /// <summary>Remembers that a mail of ours has another Message-ID out there.</summary>
    /// <param name="messageId">Without brackets, its domain in lower case.</param>
    public async Task RememberAsync(string messageId, SentMail mail, CancellationToken cancellationToken)
    {
        Guid key = KeyOf(messageId);
        Dictionary<string, object> row = new() { ["reference"] = mail.Reference.Value, ["effect"] = mail.Effect.ToString("D") };
        await store.WriteAsync(PartitionOf(key), [new Put(key.ToString("D"), row)], cancellationToken);
    }

    /// <summary>The complaint of a mail, or null when no mail of that id has left.</summary>
    public async Task<Reference?> FindAsync(Guid effect, CancellationToken cancellationToken) =>
        await FindRowAsync(effect, cancellationToken) is { } row && row.TextOrNull("effect") is null && Reference.TryParse(row.Text("reference"), out Reference reference)
            ? reference
            : null;

    /// <summary>The mail of ours that a Message-ID names, ours or the one that a mail service gave it; null for none.</summary>
    /// <param name="messageId">Without brackets, its domain in lower case.</param>
    public async Task<SentMail?> FindAsync(string messageId, CancellationToken cancellationToken)
    {
        if (EffectOf(messageId) is { } effect && await FindAsync(effect, cancellationToken) is { } known)
        {
            return new SentMail(known, effect);
        }

        return await FindRowAsync(KeyOf(messageId), cancellationToken) is { } row
            && Guid.TryParse(row.TextOrNull("effect"), out Guid named)
            && Reference.TryParse(row.Text("reference"), out Reference reference)
                ? new SentMail(reference, named)
                : null;
    }

    /// <summary>The effect that a Message-ID names; null when it is not of our form <c>guid@domain</c>.</summary>
    public static Guid? EffectOf(string messageId)
    {
        int at = messageId.LastIndexOf('@');
        return at > 0 && Guid.TryParseExact(messageId.AsSpan(0, at), "D", out Guid effect) ? effect : null;
    }

    private ValueTask<TableRow?> FindRowAsync(Guid key, CancellationToken cancellationToken) =>
        store.FindAsync(PartitionOf(key), key.ToString("D"), cancellationToken);

    /// <summary>Spread over many partitions: ids are hashes.</summary>
    private static string PartitionOf(Guid effect) => $"sent-{effect.ToString("N")[..2]}";

    /// <summary>Message-IDs have characters that keys must not have.</summary>
    private static Guid KeyOf(string messageId) => new(SHA256.HashData(Encoding.UTF8.GetBytes($"message-id|{messageId}")).AsSpan(0, 16));
}
