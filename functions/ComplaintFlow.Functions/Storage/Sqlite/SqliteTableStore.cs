using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;

namespace ComplaintFlow.Functions.Storage.Sqlite;

/// <summary>
/// The store in one SQLite file, <c>complaints.db</c> of the data directory: write-ahead log, synchronous commits, one writer
/// that groups concurrent batches. Row keys are ordered by their UTF-8 bytes, which is the ordinal order for everything but
/// characters outside the Basic Multilingual Plane.
/// </summary>
public sealed class SqliteTableStore : ITableStore, IPartitionListing, IAsyncDisposable
{
    /// <summary>The file's name in the data directory.</summary>
    public const string FileName = "complaints.db";

    private readonly SqliteFile _file;
    private readonly SqliteReader _reader;
    private SqliteWriter? _writer;

    /// <summary>Describes the store; nothing is touched before <see cref="OpenAsync"/>.</summary>
    /// <param name="dataDirectory">The folder of the file; made if missing.</param>
    /// <param name="busyTimeout">How long another program's lock is waited for, in whole seconds, at least 1; null = 5.</param>
    public SqliteTableStore(string dataDirectory, TimeSpan? busyTimeout = null)
    {
        _file = new SqliteFile(Path.GetFullPath(Path.Combine(dataDirectory, FileName)), busyTimeout ?? TimeSpan.FromSeconds(5));
        _reader = new SqliteReader(_file);
    }

    private SqliteWriter Writer => _writer ?? throw new InvalidOperationException("The store is not open: call OpenAsync first.");

    /// <inheritdoc/>
    public ValueTask OpenAsync(CancellationToken cancellationToken = default)
    {
        if (_writer is not null)
        {
            return ValueTask.CompletedTask;
        }

        _file.Prepare();
        try
        {
            _writer = new SqliteWriter(_file);
        }
        catch (SqliteException error)
        {
            throw SqliteFault.From(error, _file.Path);
        }

        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask<TableRow?> FindAsync(string partition, string row, CancellationToken cancellationToken = default)
    {
        TableRules.CheckKey(partition, "partition");
        TableRules.CheckKey(row, "row");
        cancellationToken.ThrowIfCancellationRequested();
        _ = Writer;
        return ValueTask.FromResult(_reader.Find(partition, row));
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<TableRow> ReadAsync(
        string partition,
        string? from = null,
        string? until = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        TableRules.CheckRange(partition, from, until);
        _ = Writer;
        string first = from ?? "", after = "";
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            (List<TableRow> page, bool hasMore) = _reader.Page(partition, first, after, until);
            foreach (TableRow row in page)
            {
                yield return row;
            }

            if (!hasMore)
            {
                yield break;
            }

            first = after = page[^1].Row;
            await Task.Yield();
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<string> PartitionsAsync(
        string? from = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        _ = Writer;
        for (string? partition = _reader.NextPartition(from ?? "", isIncluded: true);
            partition is not null;
            partition = _reader.NextPartition(partition, isIncluded: false))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return partition;
            await Task.Yield();
        }
    }

    /// <inheritdoc/>
    public ValueTask<WriteOutcome> WriteAsync(
        string partition, IReadOnlyList<TableOperation> operations, CancellationToken cancellationToken = default)
    {
        TableRules.CheckBatch(partition, operations);
        return Writer.WriteAsync(partition, operations, cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask CheckAsync(CancellationToken cancellationToken = default)
    {
        SqliteWriter writer = _writer ?? throw new StoreUnavailableException(
            "Le stockage n'est pas encore ouvert. / The store is not open yet.");
        _reader.Check();
        if (writer.Fault is not null)
        {
            // The last commit failed: only a write tells whether the disk has room again.
            await writer.WriteAsync("healthz", [new Delete("healthz")], cancellationToken);
        }
    }

    /// <summary>Lets the file grow to so many pages and no more, as a full disk would.</summary>
    internal void LimitPages(int pages) => Writer.LimitPages(pages);

    /// <summary>Finishes what is queued and closes the file, its log merged into it.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_writer is not null)
        {
            _reader.Close();
            await _writer.DisposeAsync();
        }
    }
}
