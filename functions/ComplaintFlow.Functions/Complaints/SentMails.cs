using ComplaintFlow.Domain.Complaints;
using ComplaintFlow.Functions.Storage;

namespace ComplaintFlow.Functions.Complaints;

/// <summary>
/// Which complaint a mail of ours was about, by the effect's id, which is the left side of its Message-ID. The row is written
/// before the mail leaves, so that an answer or a bounce, however fast, finds it.
/// </summary>
public sealed class SentMails(ITableStore store)
{
    public async Task RememberAsync(Guid effect, Reference reference, CancellationToken cancellationToken) =>
        await store.WriteAsync(
            PartitionOf(effect), [new Put(effect.ToString("D"), new Dictionary<string, object> { ["reference"] = reference.Value })], cancellationToken);

    /// <summary>The complaint of a mail, or null when no mail of that id has left.</summary>
    public async Task<Reference?> FindAsync(Guid effect, CancellationToken cancellationToken) =>
        await store.FindAsync(PartitionOf(effect), effect.ToString("D"), cancellationToken) is { } row && Reference.TryParse(row.Text("reference"), out Reference reference)
            ? reference
            : null;

    /// <summary>The effect that a Message-ID names; null when it is not of our form <c>guid@domain</c>.</summary>
    public static Guid? EffectOf(string messageId)
    {
        int at = messageId.LastIndexOf('@');
        return at > 0 && Guid.TryParseExact(messageId.AsSpan(0, at), "D", out Guid effect) ? effect : null;
    }

    /// <summary>Spread over many partitions: ids are hashes.</summary>
    private static string PartitionOf(Guid effect) => $"sent-{effect.ToString("N")[..2]}";
}
