using System.Runtime.CompilerServices;
using ComplaintFlow.Functions.Storage;

namespace ComplaintFlow.Simulation.World;

/// <summary>
/// The table store in memory, for one thread: the same contract as the real ones (its suite runs here too), without
/// their disk. It lies outside the host, like Table Storage, and outlives its crashes.
/// </summary>
public sealed class MemoryTableStore : ITableStore
{
    private readonly Dictionary<string, List<TableRow>> _partitions = new(StringComparer.Ordinal);
    private long _lastETag;

    public IEnumerable<string> Partitions => _partitions.Where(partition => partition.Value.Count > 0).Select(partition => partition.Key);

    /// <summary>The rows of a partition as they are now.</summary>
    public IReadOnlyList<TableRow> Rows(string partition) => [.. _partitions.GetValueOrDefault(partition) ?? []];

    public ValueTask<TableRow?> FindAsync(string partition, string row, CancellationToken cancellationToken = default)
    {
        TableRules.CheckKey(partition, "partition");
        TableRules.CheckKey(row, "row");
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult(Find(partition, row));
    }

    public async IAsyncEnumerable<TableRow> ReadAsync(
        string partition, string? from = null, string? until = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        TableRules.CheckRange(partition, from, until);
        await ValueTask.CompletedTask;
        if (!_partitions.TryGetValue(partition, out List<TableRow>? rows))
        {
            yield break;
        }

        string after = from ?? "";
        for (int index = PlaceOf(rows, after); index < rows.Count; index = PlaceOf(rows, after))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (until is not null && string.CompareOrdinal(rows[index].Row, until) >= 0)
            {
                yield break;
            }

            TableRow row = rows[index];
            yield return row;

            // Whatever was written meanwhile: on to the next key.
            after = row.Row + '\0';
        }
    }

    public ValueTask<WriteOutcome> WriteAsync(
        string partition, IReadOnlyList<TableOperation> operations, CancellationToken cancellationToken = default)
    {
        TableRules.CheckBatch(partition, operations);
        cancellationToken.ThrowIfCancellationRequested();
        foreach (TableOperation operation in operations)
        {
            if (!Holds(partition, operation))
            {
                return ValueTask.FromResult(WriteOutcome.Conflict(operation.Row));
            }
        }

        return ValueTask.FromResult(WriteOutcome.Written([.. operations.Select(operation => Apply(partition, operation))]));
    }

    public ValueTask OpenAsync(CancellationToken cancellationToken = default) => default;

    public ValueTask CheckAsync(CancellationToken cancellationToken = default) => default;

    private static int PlaceOf(List<TableRow> rows, string key)
    {
        (int low, int high) = (0, rows.Count);
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (string.CompareOrdinal(rows[middle].Row, key) < 0)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    private static bool IsAt(List<TableRow> rows, int place, string key) => place < rows.Count && rows[place].Row == key;

    private TableRow? Find(string partition, string row) =>
        _partitions.TryGetValue(partition, out List<TableRow>? rows) && PlaceOf(rows, row) is int place && IsAt(rows, place, row) ? rows[place] : null;

    private bool Holds(string partition, TableOperation operation) => operation switch
    {
        Insert => Find(partition, operation.Row) is null,
        Replace replace => Find(partition, operation.Row)?.ETag == replace.ETag,
        Delete { ETag: { } etag } => Find(partition, operation.Row)?.ETag == etag,
        _ => true,
    };

    private string? Apply(string partition, TableOperation operation)
    {
        if (!_partitions.TryGetValue(partition, out List<TableRow>? rows))
        {
            _partitions.Add(partition, rows = []);
        }

        int place = PlaceOf(rows, operation.Row);
        bool exists = IsAt(rows, place, operation.Row);
        IReadOnlyDictionary<string, object>? properties = operation switch
        {
            Insert insert => insert.Properties,
            Replace replace => replace.Properties,
            Put put => put.Properties,
            _ => null,
        };
        if (properties is null)
        {
            rows.RemoveRange(place, exists ? 1 : 0);
            return null;
        }

        string etag = $"m{++_lastETag}";
        TableRow written = new(partition, operation.Row, properties.ToDictionary(pair => pair.Key, pair => Copy(pair.Value)), etag);
        if (exists)
        {
            rows[place] = written;
        }
        else
        {
            rows.Insert(place, written);
        }

        return etag;
    }

    private static object Copy(object value) => TableRules.Normal(value) is byte[] bytes ? bytes.ToArray() : TableRules.Normal(value);
}
