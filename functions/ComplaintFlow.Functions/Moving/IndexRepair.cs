using ComplaintFlow.Domain.Complaints;
using ComplaintFlow.Functions.Complaints;
using ComplaintFlow.Functions.Storage;

namespace ComplaintFlow.Functions.Moving;

/// <summary>
/// Makes the indexes of a store say what its complaints say: needed where they were read at another moment than the
/// complaints. Without its due row a complaint would sleep on; what is too many, the sweep takes away.
/// </summary>
internal sealed class IndexRepair(StoreEnd target, TimeProvider time)
{
    private const string ListPrefix = "list-";
    private readonly ComplaintIndexes _indexes = new(target.Rows);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        ComplaintReader complaints = new(target.Rows);
        await foreach (string partition in target.Partitions.PartitionsAsync(cancellationToken: cancellationToken))
        {
            if (Reference.TryParse(partition, out Reference reference))
            {
                if (await complaints.FindAsync(reference, cancellationToken) is { } stored)
                {
                    await RepairAsync(stored, cancellationToken);
                }
            }
            else if (partition.StartsWith(ListPrefix, StringComparison.Ordinal))
            {
                await RemoveUnknownAsync(partition, cancellationToken);
            }
        }
    }

    private async Task RepairAsync(StoredComplaint stored, CancellationToken cancellationToken)
    {
        await _indexes.EnsureListedAsync(stored, cancellationToken);
        if (stored.StoredWakeUp is { } due && await _indexes.FindDueAsync(stored.Reference, due, cancellationToken) is null)
        {
            await _indexes.PutDueAsync(stored.Reference, due, cancellationToken);
        }

        if (stored.Effects.Any(effect => effect.Status == EffectStatus.Pending)
            && await _indexes.FindPendingAsync(stored.Reference, cancellationToken) is null)
        {
            await _indexes.MarkPendingAsync(stored.Reference, stored.Complaint.Version, time.GetUtcNow(), cancellationToken);
        }
    }

    /// <summary>Takes away the list rows of complaints that were entered after theirs were read.</summary>
    private async Task RemoveUnknownAsync(string partition, CancellationToken cancellationToken)
    {
        List<Reference> unknown = [];
        await foreach (TableRow row in target.Rows.ReadAsync(partition, cancellationToken: cancellationToken))
        {
            if (Reference.TryParse(row.Row, out Reference reference)
                && await target.Rows.FindAsync(reference.Value, ComplaintRows.Head, cancellationToken) is null)
            {
                unknown.Add(reference);
            }
        }

        foreach (Reference reference in unknown)
        {
            await _indexes.RemoveListedAsync(reference, cancellationToken);
        }
    }
}
