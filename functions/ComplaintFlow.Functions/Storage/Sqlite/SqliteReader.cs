using Microsoft.Data.Sqlite;

namespace ComplaintFlow.Functions.Storage.Sqlite;

/// <summary>Reads what is committed, on connections of the pool, each for the time of one page.</summary>
internal sealed class SqliteReader(SqliteFile file)
{
    private const int RowsOfPage = 200;
    private const int CharactersOfPage = 4 * 1024 * 1024;

    public TableRow? Find(string partition, string row) => Guard(connection =>
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = "SELECT row, etag, properties FROM complaints WHERE partition = @partition AND row = @row";
        command.Parameters.AddWithValue("@partition", partition);
        command.Parameters.AddWithValue("@row", row);
        using SqliteDataReader reader = command.ExecuteReader();
        return reader.Read() ? Row(partition, reader) : null;
    });

    /// <summary>
    /// The next rows from <paramref name="from"/> (inclusive) and past <paramref name="after"/>, below <paramref name="until"/>;
    /// none when there are no more. The two lower bounds are "" when open, since no key is empty.
    /// </summary>
    public List<TableRow> Page(string partition, string from, string after, string? until) => Guard(connection =>
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = """
            SELECT row, etag, properties FROM complaints
            WHERE partition = @partition AND row >= @from AND row > @after AND (@until IS NULL OR row < @until)
            ORDER BY row LIMIT @limit
            """;
        command.Parameters.AddWithValue("@partition", partition);
        command.Parameters.AddWithValue("@from", from);
        command.Parameters.AddWithValue("@after", after);
        command.Parameters.AddWithValue("@until", (object?)until ?? DBNull.Value);
        command.Parameters.AddWithValue("@limit", RowsOfPage);
        using SqliteDataReader reader = command.ExecuteReader();
        List<TableRow> rows = [];
        for (long characters = 0; characters < CharactersOfPage && reader.Read();)
        {
            rows.Add(Row(partition, reader));
            characters += reader.GetString(2).Length;
        }

        return rows;
    });

    /// <summary>Reads one value of the file, which must still be in its place: SQLite would go on with a removed one.</summary>
    public void Check()
    {
        if (!File.Exists(file.Path))
        {
            throw SqliteFault.Removed(file.Path);
        }

        Guard(connection =>
        {
            using SqliteCommand command = connection.CreateCommand();
            command.CommandText = "SELECT value FROM last_etag";
            return command.ExecuteScalar();
        });
    }

    /// <summary>Closes the connections that the pool keeps.</summary>
    public void Close() => file.CloseReaders();

    private static TableRow Row(string partition, SqliteDataReader reader) =>
        new(partition, reader.GetString(0), PropertyJson.Read(reader.GetString(2)), SqliteETag.Format(reader.GetInt64(1)));

    private T Guard<T>(Func<SqliteConnection, T> read)
    {
        try
        {
            using SqliteConnection connection = file.OpenReader();
            return read(connection);
        }
        catch (SqliteException error)
        {
            throw SqliteFault.From(error, file.Path);
        }
    }
}
