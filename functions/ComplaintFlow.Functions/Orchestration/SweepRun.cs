using ComplaintFlow.Domain.Complaints;
using ComplaintFlow.Functions.Complaints;
using ComplaintFlow.Functions.Storage;
using ComplaintFlow.Functions.Telemetry;
using Microsoft.DurableTask.Client;

namespace ComplaintFlow.Functions.Orchestration;

/// <summary>
/// Nudges what was forgotten: complaints with a write or mails under way, and those whose next act is due. The first run
/// of a process looks at every open complaint, so that an engine that lost its state gets it back from the store. Last it
/// clears the rows whose time is over.
/// </summary>
public sealed class SweepRun(ComplaintIndexes indexes, ComplaintStore store, ExpiringRows expiring, Nudge nudge, FirmRules firm, PendingMails mails)
{
    /// <summary>Younger marks belong to requests and turns that are still at work.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(2);
    private bool _hasRun;

    public async Task RunAsync(DurableTaskClient client, CancellationToken cancellationToken)
    {
        bool first = !_hasRun;
        Dictionary<Reference, StoredComplaint> seen = [];
        DateTimeOffset now = firm.Now;
        await foreach (IndexEntry mark in indexes.ReadPendingAsync(cancellationToken))
        {
            if (first || mark.At <= now - Grace)
            {
                await LookAtPendingAsync(client, mark, now, seen, cancellationToken);
            }
        }

        await foreach (IndexEntry due in indexes.ReadDueAsync(first ? null : now, cancellationToken))
        {
            await LookAtDueAsync(client, due, now, seen, cancellationToken);
        }

        _hasRun = true;
        mails.Replace(seen, now, Grace);
        await expiring.ClearAsync(DateOnly.FromDateTime(now.DateTime), cancellationToken);
    }

    private async Task LookAtPendingAsync(
        DurableTaskClient client, IndexEntry mark, DateTimeOffset now, Dictionary<Reference, StoredComplaint> seen, CancellationToken cancellationToken)
    {
        StoredComplaint? stored = await store.FindAsync(mark.Reference, cancellationToken);
        bool isAbandoned = mark.At <= now - Grace && (stored is null || stored.Complaint.Version < mark.Version);
        if (isAbandoned)
        {
            // A writer was cut off between the indexes and the head row: make the indexes say what the complaint says.
            if (stored is not null)
            {
                await store.RepairIndexesAsync(stored, cancellationToken);
            }
            else
            {
                await indexes.RemoveListedAsync(mark.Reference, cancellationToken);
            }

            await indexes.ClearPendingAsync(mark, cancellationToken);
        }

        if (stored is not null)
        {
            seen[mark.Reference] = stored;
            await nudge.SendAsync(client, mark.Reference, cancellationToken);
        }
    }

    private async Task LookAtDueAsync(
        DurableTaskClient client, IndexEntry due, DateTimeOffset now, Dictionary<Reference, StoredComplaint> seen, CancellationToken cancellationToken)
    {
        StoredComplaint? stored = await store.FindAsync(due.Reference, cancellationToken);
        if (stored?.StoredWakeUp?.UtcDateTime == due.At.UtcDateTime)
        {
            if (stored.Effects.Any(effect => effect.Status == EffectStatus.Pending))
            {
                seen[due.Reference] = stored;
            }

            // Its own timer may be about to fire; a nudge that comes on top only makes it look.
            await (due.At <= now ? nudge.SendAsync(client, due.Reference, cancellationToken) : nudge.EnsureStartedAsync(client, due.Reference, cancellationToken));
        }
        else if (due.At <= now - Grace && due.ETag is { } etag)
        {
            await indexes.RemoveDueAsync(due.Reference, due.At, etag, cancellationToken);
        }
    }
}
