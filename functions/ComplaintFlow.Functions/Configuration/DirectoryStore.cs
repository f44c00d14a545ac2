using System.Globalization;
using ComplaintFlow.Domain.Directory;
using ComplaintFlow.Functions.Storage;

namespace ComplaintFlow.Functions.Configuration;

/// <summary>The directory with its version, which changes with every change.</summary>
public sealed record StoredDirectory(StaffDirectory Directory, string ETag);

/// <summary>
/// The directory as the store keeps it: written in parts under a new number, then the head row turned to it, so that a
/// reader sees the old one or the new one, whatever its size. Cached; the head row tells when it changed.
/// </summary>
public sealed class DirectoryStore(ITableStore store)
{
    private const string Partition = "directory";
    private const string Head = "head";
    private const int PartLength = 30_000;
    private (string ETag, StoredDirectory Value)? _cached;

    /// <exception cref="InvalidOperationException">No directory was ever stored.</exception>
    public async ValueTask<StoredDirectory> GetAsync(CancellationToken cancellationToken) =>
        await FindAsync(cancellationToken) ?? throw new InvalidOperationException("The store has no directory yet.");

    public async ValueTask<StoredDirectory?> FindAsync(CancellationToken cancellationToken)
    {
        if (await store.FindAsync(Partition, Head, cancellationToken) is not { } head)
        {
            return null;
        }

        if (_cached is { } cached && cached.ETag == head.ETag)
        {
            return cached.Value;
        }

        string prefix = PartPrefix(head.Number("current"));
        List<string> parts = [];
        await foreach (TableRow row in store.ReadAsync(Partition, prefix, prefix + "~", cancellationToken))
        {
            parts.Add(row.Text("data"));
        }

        DirectoryReading reading = DirectoryFile.Parse(string.Concat(parts));
        StaffDirectory directory = reading.Directory
            ?? throw new InvalidDataException($"The directory in the store cannot be read: {string.Join(" ", reading.Faults)}");
        StoredDirectory stored = new(directory, head.ETag!);
        _cached = (head.ETag!, stored);
        return stored;
    }

    /// <summary>Replaces the directory; false when it changed since <paramref name="etag"/> was read. A null etag: only if there is none yet.</summary>
    public async Task<bool> TryReplaceAsync(StaffDirectory directory, string? etag, CancellationToken cancellationToken)
    {
        TableRow? head = await store.FindAsync(Partition, Head, cancellationToken);
        if (head?.ETag != etag)
        {
            return false;
        }

        long former = head?.Number("current") ?? 0;
        long next = former + 1;
        string text = DirectoryFile.Write(directory);
        int index = 0;
        foreach (char[] part in text.Chunk(PartLength))
        {
            string row = PartPrefix(next) + index.ToString("D6", CultureInfo.InvariantCulture);
            await store.WriteAsync(Partition, [new Put(row, new Dictionary<string, object> { ["data"] = new string(part) })], cancellationToken);
            index++;
        }

        // Parts of an attempt that was cut off and had more of them.
        string rest = PartPrefix(next) + index.ToString("D6", CultureInfo.InvariantCulture);
        await DeleteAsync(rest, PartPrefix(next) + "~", cancellationToken);
        Dictionary<string, object> properties = new() { ["current"] = next };
        WriteOutcome outcome = await store.WriteAsync(
            Partition, [etag is null ? new Insert(Head, properties) : new Replace(Head, properties, etag)], cancellationToken);
        if (outcome.Done)
        {
            await DeleteAsync(PartPrefix(former), PartPrefix(former) + "~", cancellationToken);
        }

        return outcome.Done;
    }

    private async Task DeleteAsync(string from, string until, CancellationToken cancellationToken)
    {
        List<string> rows = [];
        await foreach (TableRow row in store.ReadAsync(Partition, from, until, cancellationToken))
        {
            rows.Add(row.Row);
        }

        foreach (string row in rows)
        {
            await store.WriteAsync(Partition, [new Delete(row)], cancellationToken);
        }
    }

    private static string PartPrefix(long number) => string.Create(CultureInfo.InvariantCulture, $"d{number:D8}-");
}
