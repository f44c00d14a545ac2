using System.Collections.Concurrent;

namespace ComplaintFlow.LocalHost.Engine;

/// <summary>Reads beside the writer; each call sees one state of the file.</summary>
internal sealed class EngineReader(string path) : IDisposable
{
    private readonly ConcurrentBag<SqliteSession> _sessions = [];

    public T Read<T>(Func<SqliteSession, T> read)
    {
        SqliteSession session = _sessions.TryTake(out SqliteSession? pooled) ? pooled : new SqliteSession(path);
        session.Run("BEGIN");
        try
        {
            return read(session);
        }
        finally
        {
            session.Run("COMMIT");
            _sessions.Add(session);
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
