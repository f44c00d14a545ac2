using System.Runtime.CompilerServices;
using ComplaintFlow.Domain.Complaints;
using ComplaintFlow.Functions.Complaints;
using ComplaintFlow.Functions.Storage;

namespace ComplaintFlow.Functions.Moving;

/// <summary>
/// Every row of a store, in the ordinal order of partitions and rows. Complaints are read some at a time, each as it was at
/// one moment even if the store changes meanwhile; other partitions are of any size and come page by page. As references
/// are in capitals, complaints come before the indexes.
/// </summary>
internal sealed class WholeStore(StoreEnd end)
{
    private const int Attempts = 20;

    public static bool IsComplaint(string partition) => Reference.TryParse(partition, out Reference reference) && reference.Value == partition;

    /// <param name="partition">The partition to go on with; null for the first.</param>
    /// <param name="after">The row of that partition to begin after. A complaint was read whole and is left out.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async IAsyncEnumerable<TableRow> ReadAsync(
        string? partition, string? after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        IAsyncEnumerable<(string Partition, List<TableRow>? Rows)> partitions = end.Partitions.PartitionsAsync(partition, cancellationToken)
            .Where(one => one != ImportMarker.Partition && !(one == partition && IsComplaint(one)))
            .SelectAheadAsync(
                async one => (one, IsComplaint(one) ? await ReadAtOneMomentAsync(one, cancellationToken) : null), cancellationToken);
        await foreach ((string current, List<TableRow>? rows) in partitions)
        {
            string? from = current == partition ? after : null;
            await foreach (TableRow row in rows?.ToAsyncEnumerable() ?? end.Rows.ReadAsync(current, from, null, cancellationToken))
            {
                if (from is null || string.CompareOrdinal(row.Row, from) > 0)
                {
                    yield return row;
                }
            }
        }
    }

    /// <summary>Rows come in pages: only when the head row is the same before and after them are they of one moment.</summary>
    private async Task<List<TableRow>> ReadAtOneMomentAsync(string partition, CancellationToken cancellationToken)
    {
        string? before = await HeadAsync(partition, cancellationToken);
        for (int attempt = 0; attempt < Attempts; attempt++)
        {
            List<TableRow> rows = await end.Rows.ReadAsync(partition, cancellationToken: cancellationToken).ToListAsync(cancellationToken);
            string? after = await HeadAsync(partition, cancellationToken);
            if (after == before)
            {
                return rows;
            }

            before = after;
        }

        throw new StoreUnavailableException(
            $"La réclamation {partition} change sans cesse : recommencez plus tard. / It changes all the time: try again later.");
    }

    private async Task<string?> HeadAsync(string partition, CancellationToken cancellationToken) =>
        (await end.Rows.FindAsync(partition, ComplaintRows.Head, cancellationToken))?.ETag;
}
