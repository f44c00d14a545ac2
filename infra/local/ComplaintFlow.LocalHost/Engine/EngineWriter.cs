using System.Threading.Channels;
using ComplaintFlow.LocalHost.Hosting;
using Microsoft.Data.Sqlite;

namespace ComplaintFlow.LocalHost.Engine;

/// <summary>
/// The one writer: changes queue here and share transactions, so that one flush to disk serves many. A change is on disk
/// when its task completes.
/// </summary>
internal sealed class EngineWriter(SqliteSession session, EngineCondition condition) : IAsyncDisposable
{
    private const int LargestBatch = 512;
    private readonly Channel<Change> _queue = Channel.CreateUnbounded<Change>(new UnboundedChannelOptions { SingleReader = true });
    private Task _running = Task.CompletedTask;

    public void Start() => _running = OwnWork.StartAsync(RunAsync);

    /// <summary>
    /// Queues a change. It refuses by throwing before it has written anything; <paramref name="committed"/> runs after the
    /// commit, in the order of the changes, before the task completes. The task fails with an
    /// <see cref="EngineUnavailableException"/>, and nothing was written, when the file does not answer.
    /// </summary>
    public Task<T> WriteAsync<T>(Func<SqliteSession, T> change, Action<T>? committed = null)
    {
        Change<T> queued = new(change, committed);
        return _queue.Writer.TryWrite(queued)
            ? queued.Done
            : Task.FromException<T>(new InvalidOperationException("The engine has stopped."));
    }

    /// <summary>Carries out what is queued, then closes the file.</summary>
    public async ValueTask DisposeAsync()
    {
        _queue.Writer.TryComplete();
        await _running;
        session.Dispose();
    }

    private async Task RunAsync()
    {
        List<Change> batch = [];
        while (await _queue.Reader.WaitToReadAsync())
        {
            while (batch.Count < LargestBatch && _queue.Reader.TryRead(out Change? change))
            {
                batch.Add(change);
            }

            Exception? failure = Commit(batch);
            bool isOfOne = batch.Count > 1 && failure is not null
                && (failure is not EngineUnavailableException || (failure.InnerException is SqliteException error && EngineFault.IsOfOneChange(error)));
            foreach (Change change in batch)
            {
                // A damaged page, a value too large, a change that broke off half-way is the affair of one; the others must
                // not fail with it.
                change.End(isOfOne ? Commit([change]) : failure);
            }

            batch.Clear();
        }
    }

    private Exception? Commit(List<Change> batch)
    {
        try
        {
            session.Run("BEGIN IMMEDIATE");
            if (condition.Writing is not null)
            {
                // Whether the file can be written again, only a write tells, and not every change makes one.
                session.Run(EngineSchema.Touch);
            }

            foreach (Change change in batch)
            {
                change.Apply(session);
            }

            session.Run("COMMIT");
            condition.Written();
            EngineMeter.Commits.Add(1);
            EngineMeter.Changes.Add(batch.Count);
            return null;
        }
        catch (Exception exception)
        {
            // All of them fail, and all of their owners hear of it: the disk is full, or the file is held by another.
            Rollback();
            return exception is SqliteException error ? condition.NotWritten(error) : exception;
        }
    }

    private void Rollback()
    {
        try
        {
            session.Run("ROLLBACK");
        }
        catch (SqliteException)
        {
            // SQLite has rolled back by itself.
        }
    }

    private abstract class Change
    {
        public abstract void Apply(SqliteSession session);

        public abstract void End(Exception? failure);
    }

    private sealed class Change<T>(Func<SqliteSession, T> change, Action<T>? committed) : Change
    {
        private readonly TaskCompletionSource<T> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private Exception? _refusal;
        private T? _result;

        public Task<T> Done => _done.Task;

        public override void Apply(SqliteSession session)
        {
            _refusal = null;
            int before = session.Changes;
            try
            {
                _result = change(session);
            }
            catch (Exception exception) when (exception is not SqliteException && session.Changes == before)
            {
                _refusal = exception;
            }
        }

        public override void End(Exception? failure)
        {
            if ((failure ?? _refusal) is { } exception)
            {
                _done.SetException(exception);
                return;
            }

            try
            {
                committed?.Invoke(_result!);
                _done.SetResult(_result!);
            }
            catch (Exception thrown)
            {
                // The writer goes on: the change is on disk, and only its owner is concerned.
                _done.SetException(thrown);
            }
        }
    }
}
