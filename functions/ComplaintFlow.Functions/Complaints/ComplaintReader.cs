using ComplaintFlow.Domain.Complaints;
using ComplaintFlow.Functions.Storage;

namespace ComplaintFlow.Functions.Complaints;

/// <summary>
/// Reads complaints, each as it was at one moment. Those at hand are kept in memory, and the head row alone is read as long
/// as it has not changed.
/// </summary>
internal sealed class ComplaintReader(ITableStore store)
{
    private readonly RecentComplaints _recent = new();

    /// <summary>The complaint, or null.</summary>
    /// <exception cref="InvalidDataException">Its rows do not belong together.</exception>
    public async Task<StoredComplaint?> FindAsync(Reference reference, CancellationToken cancellationToken)
    {
        string? before = null;
        while (await store.FindAsync(reference.Value, ComplaintRows.Head, cancellationToken) is { ETag: var etag })
        {
            if (_recent.Find(reference) is { } known && known.HeadETag == etag)
            {
                return known;
            }

            // The rows come in pages: after a change between two they are of two moments, and the head is another one next time.
            if (await ReadAsync(reference, cancellationToken) is { } stored && stored.HeadETag == etag)
            {
                _recent.Keep(stored);
                return stored;
            }

            before = etag != before ? etag : throw new InvalidDataException($"Complaint {reference} has another number of journal lines than its head says.");
        }

        return null;
    }

    /// <summary>Keeps what was just written.</summary>
    public void Keep(StoredComplaint written) => _recent.Keep(written);

    private async Task<StoredComplaint?> ReadAsync(Reference reference, CancellationToken cancellationToken)
    {
        List<TableRow> partition = [];
        await foreach (TableRow row in store.ReadAsync(reference.Value, cancellationToken: cancellationToken))
        {
            partition.Add(row);
        }

        return ComplaintRows.Read(reference, partition);
    }
}
