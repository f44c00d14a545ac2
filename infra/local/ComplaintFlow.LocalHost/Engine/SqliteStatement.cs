using System.Buffers;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace ComplaintFlow.LocalHost.Engine;

/// <summary>A prepared statement.</summary>
internal sealed class SqliteStatement : IDisposable
{
    private const int OnStack = 512;
    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;

    // SQLite numbers named parameters as they first appear in the text.
    private readonly int[] _places;

    public SqliteStatement(sqlite3 database, string sql)
    {
        _database = database;
        Check(raw.sqlite3_prepare_v3(database, sql, raw.SQLITE_PREPARE_PERSISTENT, out _statement));
        _places = new int[raw.sqlite3_bind_parameter_count(_statement)];
        for (int number = 0; number < _places.Length; number++)
        {
            _places[number] = raw.sqlite3_bind_parameter_index(_statement, $"${number + 1}");
        }

        IsReadOnly = raw.sqlite3_stmt_readonly(_statement) != 0;
    }

    public bool IsReadOnly { get; }

    public SqliteRow Row => new(_statement);

    /// <summary>Gives the parameters their values: the first is that of <c>$1</c>.</summary>
    public void Bind(ReadOnlySpan<object?> values)
    {
        for (int index = 0; index < values.Length; index++)
        {
            Check(Bind(_places[index], values[index]));
        }
    }

    /// <summary>Goes to the next row.</summary>
    /// <returns>False when there is none.</returns>
    /// <exception cref="SqliteException">SQLite has refused; the statement can be used again after a reset.</exception>
    public bool Step()
    {
        int code = raw.sqlite3_step(_statement);
        if (code is raw.SQLITE_ROW or raw.SQLITE_DONE)
        {
            return code == raw.SQLITE_ROW;
        }

        SqliteException.ThrowExceptionForRC(code, _database);
        return false;
    }

    /// <summary>Lets go of the row; what went wrong was told by the step.</summary>
    public void Reset() => raw.sqlite3_reset(_statement);

    public void Dispose() => _statement.Dispose();

    private int Bind(int index, object? value) => value switch
    {
        null => raw.sqlite3_bind_null(_statement, index),
        long number => raw.sqlite3_bind_int64(_statement, index, number),
        int number => raw.sqlite3_bind_int(_statement, index, number),
        string { Length: > 0 } text => BindText(index, text),
        string text => raw.sqlite3_bind_text(_statement, index, text),
        byte[] bytes => raw.sqlite3_bind_blob(_statement, index, bytes),
        _ => throw new ArgumentException($"A {value.GetType()} cannot be stored.", nameof(value)),
    };

    private int BindText(int index, string text)
    {
        int longest = Encoding.UTF8.GetMaxByteCount(text.Length);
        byte[]? rented = longest > OnStack ? ArrayPool<byte>.Shared.Rent(longest) : null;
        Span<byte> bytes = rented ?? stackalloc byte[OnStack];
        int code = raw.sqlite3_bind_text(_statement, index, bytes[..Encoding.UTF8.GetBytes(text, bytes)]);
        if (rented is not null)
        {
            ArrayPool<byte>.Shared.Return(rented);
        }

        return code;
    }

    private void Check(int code) => SqliteException.ThrowExceptionForRC(code, _database);
}
