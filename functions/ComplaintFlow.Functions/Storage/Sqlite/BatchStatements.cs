using Microsoft.Data.Sqlite;

namespace ComplaintFlow.Functions.Storage.Sqlite;

/// <summary>The prepared statements of the writer: applies one batch within the transaction that is open.</summary>
internal sealed class BatchStatements : IDisposable
{
    private readonly SqliteCommand _find;
    private readonly SqliteCommand _write;
    private readonly SqliteCommand _delete;
    private readonly SqliteCommand _reserve;

    public BatchStatements(SqliteConnection connection)
    {
        _find = connection.CreateCommand();
        _find.CommandText = "SELECT etag FROM complaints WHERE partition = @partition AND row = @row";
        _write = connection.CreateCommand();
        _write.CommandText = """
            INSERT INTO complaints (partition, row, etag, properties) VALUES (@partition, @row, @etag, @properties)
            ON CONFLICT (partition, row) DO UPDATE SET etag = excluded.etag, properties = excluded.properties
            """;
        _delete = connection.CreateCommand();
        _delete.CommandText = "DELETE FROM complaints WHERE partition = @partition AND row = @row";
        _reserve = connection.CreateCommand();
        _reserve.CommandText = "UPDATE last_etag SET value = value + @count RETURNING value";
        foreach (SqliteCommand command in (SqliteCommand[])[_find, _write, _delete])
        {
            command.Parameters.Add("@partition", SqliteType.Text);
            command.Parameters.Add("@row", SqliteType.Text);
        }

        _write.Parameters.Add("@etag", SqliteType.Integer);
        _write.Parameters.Add("@properties", SqliteType.Text);
        _reserve.Parameters.Add("@count", SqliteType.Integer);
    }

    /// <summary>
    /// Takes so many versions out of the file's own counter and gives the one before the first: no version is ever given
    /// twice, even to a row that was deleted and written again.
    /// </summary>
    public long Reserve(SqliteTransaction transaction, int count)
    {
        _find.Transaction = _write.Transaction = _delete.Transaction = _reserve.Transaction = transaction;
        _reserve.Parameters["@count"].Value = count;
        return (long)_reserve.ExecuteScalar()! - count;
    }

    /// <summary>
    /// Writes the batch, or nothing if a condition does not hold: rows of a batch are distinct, so all conditions can be
    /// looked at before the first write.
    /// </summary>
    public WriteOutcome Apply(PendingBatch batch, ref long lastETag)
    {
        foreach (TableOperation operation in batch.Operations)
        {
            if (!Holds(batch.Partition, operation))
            {
                return WriteOutcome.Conflict(operation.Row);
            }
        }

        string?[] etags = new string?[batch.Operations.Count];
        for (int i = 0; i < etags.Length; i++)
        {
            etags[i] = Apply(batch.Partition, batch.Operations[i], ref lastETag);
        }

        return WriteOutcome.Written(etags);
    }

    public void Dispose()
    {
        _find.Dispose();
        _write.Dispose();
        _delete.Dispose();
        _reserve.Dispose();
    }

    private bool Holds(string partition, TableOperation operation) => operation switch
    {
        Insert => Find(partition, operation.Row) is null,
        Replace replace => Find(partition, operation.Row) == replace.ETag,
        Delete { ETag: { } etag } => Find(partition, operation.Row) == etag,
        _ => true,
    };

    private string? Find(string partition, string row)
    {
        _find.Parameters["@partition"].Value = partition;
        _find.Parameters["@row"].Value = row;
        return _find.ExecuteScalar() is long etag ? SqliteETag.Format(etag) : null;
    }

    private string? Apply(string partition, TableOperation operation, ref long lastETag) => operation switch
    {
        Insert insert => Write(partition, insert.Row, insert.Properties, ++lastETag),
        Replace replace => Write(partition, replace.Row, replace.Properties, ++lastETag),
        Put put => Write(partition, put.Row, put.Properties, ++lastETag),
        _ => Remove(partition, operation.Row),
    };

    private string Write(string partition, string row, IReadOnlyDictionary<string, object> properties, long etag)
    {
        _write.Parameters["@partition"].Value = partition;
        _write.Parameters["@row"].Value = row;
        _write.Parameters["@etag"].Value = etag;
        _write.Parameters["@properties"].Value = PropertyJson.Write(properties);
        _write.ExecuteNonQuery();
        return SqliteETag.Format(etag);
    }

    private string? Remove(string partition, string row)
    {
        _delete.Parameters["@partition"].Value = partition;
        _delete.Parameters["@row"].Value = row;
        _delete.ExecuteNonQuery();
        return null;
    }
}
