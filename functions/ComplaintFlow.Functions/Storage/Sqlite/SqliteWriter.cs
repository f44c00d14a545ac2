using System.Threading.Channels;
using Microsoft.Data.Sqlite;

namespace ComplaintFlow.Functions.Storage.Sqlite;

/// <summary>
/// The one writer of the file. Batches that arrive while a commit is under way go together into the next one: one wait for
/// the disk serves them all. A caller hears of its batch only after that commit.
/// </summary>
internal sealed class SqliteWriter : IAsyncDisposable
{
    private const int LargestGroup = 256;

    private readonly SqliteFile _file;
    private readonly SqliteConnection _connection;
    private readonly BatchStatements _statements;
    private readonly Task _loop;
    private readonly Channel<PendingBatch> _queue = Channel.CreateBounded<PendingBatch>(
        new BoundedChannelOptions(4 * LargestGroup) { SingleReader = true });

    private volatile StoreUnavailableException? _fault;

    public SqliteWriter(SqliteFile file)
    {
        _file = file;
        _connection = file.OpenWriter();
        _statements = new BatchStatements(_connection);

        // On the scheduler of whoever opens the store: the thread pool, or that of a simulation.
        _loop = Task.Factory.StartNew(RunAsync, CancellationToken.None, TaskCreationOptions.DenyChildAttach, TaskScheduler.Current).Unwrap();
    }

    /// <summary>Why the last commit failed; null once one has succeeded again.</summary>
    public StoreUnavailableException? Fault => _fault;

    public async ValueTask<WriteOutcome> WriteAsync(
        string partition, IReadOnlyList<TableOperation> operations, CancellationToken cancellationToken)
    {
        PendingBatch batch = new(partition, operations, cancellationToken);
        try
        {
            await _queue.Writer.WriteAsync(batch, cancellationToken);
        }
        catch (ChannelClosedException)
        {
            throw new ObjectDisposedException(nameof(SqliteTableStore));
        }

        return await batch.Outcome;
    }

    /// <summary>Bounds the file; only while nothing is being written.</summary>
    public void LimitPages(int pages) => SqliteFile.LimitPages(_connection, pages);

    /// <summary>Finishes what is queued, moves the log into the file and closes it.</summary>
    public async ValueTask DisposeAsync()
    {
        _queue.Writer.TryComplete();
        await _loop;
        _statements.Dispose();
        await _connection.DisposeAsync();
    }

    private async Task RunAsync()
    {
        List<PendingBatch> group = new(LargestGroup);
        while (await _queue.Reader.WaitToReadAsync())
        {
            while (group.Count < LargestGroup && _queue.Reader.TryRead(out PendingBatch? batch))
            {
                if (!batch.IsWithdrawn())
                {
                    group.Add(batch);
                }
            }

            if (group.Count > 0)
            {
                Commit(group);
                group.Clear();
            }
        }
    }

    private void Commit(List<PendingBatch> group)
    {
        try
        {
            WriteOutcome[] outcomes = Write(group);
            _fault = null;
            for (int i = 0; i < outcomes.Length; i++)
            {
                group[i].Complete(outcomes[i]);
            }
        }
        catch (SqliteException error)
        {
            _fault = SqliteFault.From(error, _file.Path);
            group.ForEach(batch => batch.Fail(SqliteFault.From(error, _file.Path)));
        }
        catch (Exception error)
        {
            // The writer must outlive any bug, or every later caller would wait for ever.
            group.ForEach(batch => batch.Fail(error));
        }
    }

    private WriteOutcome[] Write(List<PendingBatch> group)
    {
        // Disposing a transaction that was not committed rolls it back: nothing half-done.
        using SqliteTransaction transaction = _connection.BeginTransaction(deferred: false);
        long lastETag = _statements.Reserve(transaction, group.Sum(batch => batch.Operations.Count));
        WriteOutcome[] outcomes = new WriteOutcome[group.Count];
        for (int i = 0; i < outcomes.Length; i++)
        {
            outcomes[i] = _statements.Apply(group[i], ref lastETag);
        }

        transaction.Commit();
        return outcomes;
    }
}
