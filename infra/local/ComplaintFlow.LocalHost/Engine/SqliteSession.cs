using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace ComplaintFlow.LocalHost.Engine;

/// <summary>
/// A connection with its prepared statements, for one thread at a time. Parameters are <c>$1</c>, <c>$2</c>…
/// Statements are stepped directly: the commands and readers of
/// ADO.NET cost more than most of what the engine asks of SQLite.
/// </summary>
internal sealed class SqliteSession : IDisposable
{
    private readonly Dictionary<string, SqliteStatement> _statements = new(StringComparer.Ordinal);
    private readonly SqliteConnection _connection;
    private readonly sqlite3 _database;

    public SqliteSession(string path)
    {
        _connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        _connection.Open();
        _database = _connection.Handle!;

        // How long another program's lock is waited for.
        Run("PRAGMA busy_timeout = 5000");
        Run("PRAGMA synchronous = FULL");
    }

    /// <summary>How many rows were changed since the session began.</summary>
    public int Changes => raw.sqlite3_total_changes(_database);

    /// <summary>Runs a statement and gives the number of rows changed.</summary>
    public int Run(string sql, params ReadOnlySpan<object?> values)
    {
        SqliteStatement statement = Statement(sql, values);
        try
        {
            while (statement.Step())
            {
                // What a pragma answers is not asked for here.
            }

            return statement.IsReadOnly ? 0 : raw.sqlite3_changes(_database);
        }
        finally
        {
            statement.Reset();
        }
    }

    /// <summary>Runs a script of statements without parameters.</summary>
    public void RunScript(string sql) => SqliteException.ThrowExceptionForRC(raw.sqlite3_exec(_database, sql), _database);

    /// <summary>The first column of the first row, a number or a text; null when there is none.</summary>
    public object? Scalar(string sql, params ReadOnlySpan<object?> values) =>
        First(sql, static row => row.IsNumber(0) ? row.GetInt64(0) : (object?)row.Text(0), values);

    /// <summary>The rows, each read by <paramref name="read"/>.</summary>
    public List<T> Rows<T>(string sql, Func<SqliteRow, T> read, params ReadOnlySpan<object?> values)
    {
        SqliteStatement statement = Statement(sql, values);
        try
        {
            List<T> rows = [];
            while (statement.Step())
            {
                rows.Add(read(statement.Row));
            }

            return rows;
        }
        finally
        {
            statement.Reset();
        }
    }

    /// <summary>The first row; the default of its type when there is none.</summary>
    public T? First<T>(string sql, Func<SqliteRow, T> read, params ReadOnlySpan<object?> values)
    {
        SqliteStatement statement = Statement(sql, values);
        try
        {
            return statement.Step() ? read(statement.Row) : default;
        }
        finally
        {
            statement.Reset();
        }
    }

    public void Dispose()
    {
        foreach (SqliteStatement statement in _statements.Values)
        {
            statement.Dispose();
        }

        _connection.Dispose();
    }

    private SqliteStatement Statement(string sql, ReadOnlySpan<object?> values)
    {
        if (!_statements.TryGetValue(sql, out SqliteStatement? statement))
        {
            _statements.Add(sql, statement = new SqliteStatement(_database, sql));
        }

        statement.Bind(values);
        return statement;
    }
}
