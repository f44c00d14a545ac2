using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace ComplaintFlow.Functions.Storage.Sqlite;

/// <summary>Reads what is committed, on connections that are kept, each for the time of one page.</summary>
internal sealed class SqliteReader(SqliteFile file)
{
    private readonly ConcurrentBag<ReadStatements> _idle = [];
    private volatile bool _isClosed;

    public TableRow? Find(string partition, string row) => Guard(statements => statements.Find(partition, row));

    /// <summary>
    /// The next rows from <paramref name="from"/> (inclusive) and past <paramref name="after"/>, below <paramref name="until"/>,
    /// and whether there may be more. The two lower bounds are "" when open, since no key is empty.
    /// </summary>
    public (List<TableRow> Rows, bool HasMore) Page(string partition, string from, string after, string? until) =>
        Guard(statements => statements.Page(partition, from, after, until));

    /// <summary>The first partition from <paramref name="from"/> on, or past it; null when there is none.</summary>
    public string? NextPartition(string from, bool isIncluded) => Guard(statements => statements.NextPartition(from, isIncluded));

    /// <summary>Reads one value of the file, which must still be in its place: SQLite would go on with a removed one.</summary>
    public void Check()
    {
        if (!File.Exists(file.Path))
        {
            throw SqliteFault.Removed(file.Path);
        }

        Guard(statements =>
        {
            statements.Check();
            return true;
        });
    }

    /// <summary>Closes the connections that are kept, and those in use once they come back.</summary>
    public void Close()
    {
        _isClosed = true;
        while (_idle.TryTake(out ReadStatements? statements))
        {
            statements.Dispose();
        }
    }

    private T Guard<T>(Func<ReadStatements, T> read)
    {
        ReadStatements? statements = null;
        try
        {
            statements = _idle.TryTake(out ReadStatements? kept) ? kept : new ReadStatements(file.OpenReader());
            T result = read(statements);
            _idle.Add(statements);
            if (_isClosed)
            {
                Close();
            }

            return result;
        }
        catch (SqliteException error)
        {
            // Not kept: what went wrong may be the connection's.
            statements?.Dispose();
            throw SqliteFault.From(error, file.Path);
        }
    }
}
