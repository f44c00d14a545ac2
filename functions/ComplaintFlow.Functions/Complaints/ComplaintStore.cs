using System.Diagnostics;
using System.Security.Cryptography;
using ComplaintFlow.Domain.Complaints;
using ComplaintFlow.Functions.Storage;
using ComplaintFlow.Functions.Telemetry;

namespace ComplaintFlow.Functions.Complaints;

/// <summary>
/// Loads and stores complaints. A change is one batch in the complaint's partition: head, journal lines with their
/// private parts, outbox. The index rows are written before it, so that a crash between two writes leaves at worst an
/// index row too many, never a complaint that nothing would wake.
/// </summary>
public sealed class ComplaintStore(ITableStore store, ComplaintIndexes indexes, Signals signals, ComplaintMetrics metrics)
{
    private const int SaltBytes = 16;

    private readonly ComplaintReader _reader = new(store);

    /// <summary>A complaint as it was at one moment, or null.</summary>
    /// <exception cref="InvalidDataException">Its rows do not belong together.</exception>
    public async Task<StoredComplaint?> FindAsync(Reference reference, CancellationToken cancellationToken)
    {
        StoredComplaint? stored = await _reader.FindAsync(reference, cancellationToken);
        if (stored is not null)
        {
            metrics.Note(stored);
        }

        return stored;
    }

    /// <summary>Stores a change; null when another writer was first and nothing was stored.</summary>
    public async Task<StoredComplaint?> SaveAsync(ComplaintChange change, CancellationToken cancellationToken)
    {
        Complaint complaint = change.Complaint ?? throw new InvalidOperationException("There is nothing to store.");
        DateTimeOffset? wakeUp = change.WakeUp?.ToUniversalTime();
        List<TableOperation> rows = [];
        string hash = change.Stored?.LastHash ?? "";
        foreach (JournalLine line in change.NewLines)
        {
            (IReadOnlyList<TableOperation> lineRows, hash) = ComplaintRows.Of(line, hash, RandomNumberGenerator.GetBytes(SaltBytes));
            rows.AddRange(lineRows);
        }

        rows.AddRange(change.ChangedEffects.Select(effect => new Put(ComplaintRows.EffectKey(effect), ComplaintRows.Of(effect))));
        StoredComplaint next = new(
            change.Reference,
            complaint,
            [.. change.Stored?.Journal ?? [], .. change.NewLines],
            [.. change.Effects.OrderBy(ComplaintRows.EffectKey, StringComparer.Ordinal)],
            null,
            hash,
            wakeUp)
        {
            Trace = TraceMark.Of(change.Now),
        };
        Activity.Current?.SetTag(Tags.Reference, change.Reference.Value);
        Dictionary<string, object> head = ComplaintRows.HeadOf(next, wakeUp);
        rows.Insert(0, change.Stored?.HeadETag is { } etag
            ? new Replace(ComplaintRows.Head, head, etag)
            : new Insert(ComplaintRows.Head, head));

        await indexes.MarkPendingAsync(change.Reference, complaint.Version, change.Now, cancellationToken);
        if (change.NewLines.Count > 0 && (change.Stored is null || ListedComplaint.Of(change.Stored) != ListedComplaint.Of(next)))
        {
            // Should the row say something else than it seems, a turn puts it right before it takes the mark away.
            await indexes.PutListedAsync(next, cancellationToken);
        }

        string? dueRow = wakeUp is not { } due ? null
            : due == change.Stored?.StoredWakeUp ? change.Stored.DueETag
            : await indexes.PutDueAsync(change.Reference, due, cancellationToken);
        DateTimeOffset? former = change.Stored?.StoredWakeUp is { } stored && stored != wakeUp ? stored : null;
        string? formerRow = former is null ? null
            : change.Stored!.DueETag ?? await indexes.FindDueAsync(change.Reference, former.Value, cancellationToken);
        WriteOutcome outcome = await store.WriteAsync(change.Reference.Value, rows, cancellationToken);
        if (!outcome.Done)
        {
            // The list row may now say what was never stored: the next turn looks at it before it takes the mark away.
            await indexes.MarkPendingAsync(change.Reference, change.Stored?.Complaint.Version ?? 0, change.Now, cancellationToken);
            return null;
        }

        signals.Tell(change);
        metrics.Count(change, next);
        if (formerRow is not null)
        {
            await indexes.RemoveDueAsync(change.Reference, former!.Value, formerRow, cancellationToken);
        }

        next = next with { HeadETag = outcome.ETags[0], DueETag = dueRow };
        _reader.Keep(next);
        return next;
    }

    /// <summary>Makes the index rows say what the head row says.</summary>
    public async Task RepairIndexesAsync(StoredComplaint stored, CancellationToken cancellationToken)
    {
        await indexes.PutListedAsync(stored, cancellationToken);
        if (stored.StoredWakeUp is { } due)
        {
            await indexes.PutDueAsync(stored.Reference, due, cancellationToken);
        }
    }
}
