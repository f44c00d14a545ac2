using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace ComplaintFlow.LocalHost.Engine;

/// <summary>Reads beside the writer; each call sees one state of the file.</summary>
internal sealed class EngineReader(string path, EngineCondition condition) : IDisposable
{
    private readonly ConcurrentBag<SqliteSession> _sessions = [];

    /// <exception cref="EngineUnavailableException">The file does not answer.</exception>
    public T Read<T>(Func<SqliteSession, T> read)
    {
        SqliteSession? session = null;
        try
        {
            session = _sessions.TryTake(out SqliteSession? pooled) ? pooled : new SqliteSession(path);
            session.Run("BEGIN");
            T result = read(session);
            session.Run("COMMIT");
            _sessions.Add(session);
            return result;
        }
        catch (Exception exception)
        {
            // In whatever state it is, another takes its place.
            session?.Dispose();
            if (exception is SqliteException error)
            {
                throw condition.NotRead(error);
            }

            throw;
        }
    }

    public void Dispose()
    {
        while (_sessions.TryTake(out SqliteSession? session))
        {
            session.Dispose();
        }
    }
}
