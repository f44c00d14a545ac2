using System.Globalization;
using System.Runtime.CompilerServices;
using ComplaintFlow.Domain.Complaints;
using ComplaintFlow.Functions.Storage;

namespace ComplaintFlow.Functions.Complaints;

/// <summary>A complaint named by an index, with the key of its index row.</summary>
public sealed record IndexEntry(Reference Reference, string Row, DateTimeOffset At, long Version, string? ETag);

/// <summary>
/// The rows outside a complaint's partition: <c>due</c> by next instant, <c>pending</c> (a write or mails under way),
/// <c>list-yyyy</c> what lists and searches read. They are written before the head row, so they may be ahead of it or stale; whoever
/// reads them checks the head, and the sweep repairs them.
/// </summary>
public sealed class ComplaintIndexes(ITableStore store)
{
    private const string Due = "due";
    private const string Pending = "pending";
    private const string InstantFormat = "yyyyMMddTHHmmssfffffff";

    /// <summary>Marks that <paramref name="version"/> of a complaint is about to be written or has mails to carry out.</summary>
    public async Task MarkPendingAsync(Reference reference, int version, DateTimeOffset now, CancellationToken cancellationToken) =>
        await store.WriteAsync(
            Pending,
            [new Put(reference.Value, new Dictionary<string, object> { ["version"] = version, ["at"] = now.ToUniversalTime() })],
            cancellationToken);

    /// <summary>Takes the mark away unless a newer write has renewed it since it was read.</summary>
    public async Task ClearPendingAsync(IndexEntry mark, CancellationToken cancellationToken) =>
        await store.WriteAsync(Pending, [new Delete(mark.Row, mark.ETag)], cancellationToken);

    public async Task<IndexEntry?> FindPendingAsync(Reference reference, CancellationToken cancellationToken) =>
        await store.FindAsync(Pending, reference.Value, cancellationToken) is { } row ? ReadPending(row) : null;

    public async IAsyncEnumerable<IndexEntry> ReadPendingAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (TableRow row in store.ReadAsync(Pending, cancellationToken: cancellationToken))
        {
            if (ReadPending(row) is { } entry)
            {
                yield return entry;
            }
        }
    }

    /// <summary>The complaints whose next act is due at <paramref name="until"/> (inclusive) at the latest; all open ones when null.</summary>
    public async IAsyncEnumerable<IndexEntry> ReadDueAsync(DateTimeOffset? until, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        string? end = until is { } instant ? Key(instant) + "~" : null;
        await foreach (TableRow row in store.ReadAsync(Due, null, end, cancellationToken))
        {
            int dash = row.Row.IndexOf('-', StringComparison.Ordinal);
            if (dash > 0 && Reference.TryParse(row.Row[(dash + 1)..], out Reference reference)
                && DateTimeOffset.TryParseExact(
                    row.Row[..dash], InstantFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset at))
            {
                yield return new IndexEntry(reference, row.Row, at, 0, row.ETag);
            }
        }
    }

    /// <summary>Writes a due row; its version, to take away just that one later.</summary>
    public async Task<string> PutDueAsync(Reference reference, DateTimeOffset at, CancellationToken cancellationToken) =>
        (await store.WriteAsync(Due, [new Put(DueRow(reference, at), new Dictionary<string, object>())], cancellationToken)).ETags[0]!;

    /// <summary>The version of a due row, to take away just that one later; null when there is none.</summary>
    public async Task<string?> FindDueAsync(Reference reference, DateTimeOffset at, CancellationToken cancellationToken) =>
        (await store.FindAsync(Due, DueRow(reference, at), cancellationToken))?.ETag;

    /// <summary>Takes a due row away unless another writer has set it again since <paramref name="etag"/> was read.</summary>
    public async Task RemoveDueAsync(Reference reference, DateTimeOffset at, string etag, CancellationToken cancellationToken) =>
        await store.WriteAsync(Due, [new Delete(DueRow(reference, at), etag)], cancellationToken);

    public async Task PutListedAsync(StoredComplaint complaint, CancellationToken cancellationToken)
    {
        ListedComplaint listed = ListedComplaint.Of(complaint);
        await store.WriteAsync(ListedComplaint.PartitionOf(complaint.Reference), [new Put(listed.Reference, listed.ToProperties())], cancellationToken);
    }

    /// <summary>Writes the list row unless it says the same already.</summary>
    public async Task EnsureListedAsync(StoredComplaint complaint, CancellationToken cancellationToken)
    {
        ListedComplaint listed = ListedComplaint.Of(complaint);
        TableRow? known = await store.FindAsync(ListedComplaint.PartitionOf(complaint.Reference), listed.Reference, cancellationToken);
        if (known is null || ListedComplaint.Read(known) != listed)
        {
            await PutListedAsync(complaint, cancellationToken);
        }
    }

    public async Task RemoveListedAsync(Reference reference, CancellationToken cancellationToken) =>
        await store.WriteAsync(ListedComplaint.PartitionOf(reference), [new Delete(reference.Value)], cancellationToken);

    /// <summary>Every complaint entered in <paramref name="year"/>, in the order of references.</summary>
    public async IAsyncEnumerable<ListedComplaint> ReadListedAsync(int year, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (TableRow row in store.ReadAsync(ListedComplaint.PartitionOf(year), cancellationToken: cancellationToken))
        {
            yield return ListedComplaint.Read(row);
        }
    }

    private static IndexEntry? ReadPending(TableRow row) => Reference.TryParse(row.Row, out Reference reference)
        ? new IndexEntry(reference, row.Row, row.Instant("at"), row.Number("version"), row.ETag)
        : null;

    private static string DueRow(Reference reference, DateTimeOffset at) => $"{Key(at)}-{reference}";

    private static string Key(DateTimeOffset at) => at.UtcDateTime.ToString(InstantFormat, CultureInfo.InvariantCulture);
}
