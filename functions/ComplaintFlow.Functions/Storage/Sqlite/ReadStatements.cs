using Microsoft.Data.Sqlite;

namespace ComplaintFlow.Functions.Storage.Sqlite;

/// <summary>A reader's connection and its prepared statements: preparing one costs more than a small read. For one caller at a time.</summary>
internal sealed class ReadStatements : IDisposable
{
    private const int RowsOfPage = 200;
    private const int CharactersOfPage = 4 * 1024 * 1024;
    private readonly SqliteConnection _connection;
    private readonly SqliteCommand _find;
    private readonly SqliteCommand _page;
    private readonly SqliteCommand _check;
    private readonly SqliteCommand _firstPartition;
    private readonly SqliteCommand _nextPartition;

    public ReadStatements(SqliteConnection connection)
    {
        _connection = connection;
        _find = Command(
            "SELECT row, etag, properties FROM complaints WHERE partition = @partition AND row = @row",
            "@partition", "@row");
        _page = Command(
            """
            SELECT row, etag, properties FROM complaints
            WHERE partition = @partition AND row >= @from AND row > @after AND (@until IS NULL OR row < @until)
            ORDER BY row LIMIT @limit
            """,
            "@partition", "@from", "@after", "@until");
        _page.Parameters.AddWithValue("@limit", RowsOfPage);
        _check = Command("SELECT value FROM last_etag");
        _firstPartition = Command("SELECT min(partition) FROM complaints WHERE partition >= @partition", "@partition");
        _nextPartition = Command("SELECT min(partition) FROM complaints WHERE partition > @partition", "@partition");
    }

    public TableRow? Find(string partition, string row)
    {
        _find.Parameters[0].Value = partition;
        _find.Parameters[1].Value = row;
        using SqliteDataReader reader = _find.ExecuteReader();
        return reader.Read() ? Row(partition, reader, reader.GetString(2)) : null;
    }

    /// <summary>The rows of a page, and whether there may be more after it.</summary>
    public (List<TableRow> Rows, bool HasMore) Page(string partition, string from, string after, string? until)
    {
        _page.Parameters[0].Value = partition;
        _page.Parameters[1].Value = from;
        _page.Parameters[2].Value = after;
        _page.Parameters[3].Value = (object?)until ?? DBNull.Value;
        using SqliteDataReader reader = _page.ExecuteReader();
        List<TableRow> rows = [];
        long characters = 0;
        while (reader.Read())
        {
            if (characters >= CharactersOfPage)
            {
                return (rows, true);
            }

            string properties = reader.GetString(2);
            rows.Add(Row(partition, reader, properties));
            characters += properties.Length;
        }

        return (rows, rows.Count == RowsOfPage);
    }

    /// <summary>The first partition from <paramref name="from"/> on, or past it; null when there is none.</summary>
    public string? NextPartition(string from, bool isIncluded)
    {
        SqliteCommand command = isIncluded ? _firstPartition : _nextPartition;
        command.Parameters[0].Value = from;
        return command.ExecuteScalar() as string;
    }

    /// <summary>Reads one value of the file.</summary>
    public void Check() => _check.ExecuteScalar();

    public void Dispose()
    {
        _find.Dispose();
        _page.Dispose();
        _check.Dispose();
        _firstPartition.Dispose();
        _nextPartition.Dispose();
        _connection.Dispose();
    }

    private static TableRow Row(string partition, SqliteDataReader reader, string properties) =>
        new(partition, reader.GetString(0), PropertyJson.Read(properties), SqliteETag.Format(reader.GetInt64(1)));

    private SqliteCommand Command(string sql, params string[] texts)
    {
        SqliteCommand command = _connection.CreateCommand();
#pragma warning disable CA2100 // Texts of this file only.
        command.CommandText = sql;
#pragma warning restore CA2100
        foreach (string text in texts)
        {
            command.Parameters.Add(text, SqliteType.Text);
        }

        return command;
    }
}
