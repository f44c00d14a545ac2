using ComplaintFlow.Functions.Attachments;
using Microsoft.Data.Sqlite;

namespace ComplaintFlow.Functions.Storage.Sqlite;

/// <summary>A copy of a database in one state, made while a program writes to it.</summary>
internal static class SqliteSnapshot
{
    /// <summary>Copies the database and brings the copy, checked, to the disk.</summary>
    /// <param name="from">The file; it must exist.</param>
    /// <param name="to">A file that does not exist yet.</param>
    /// <exception cref="StoreUnavailableException">The database does not answer, or is damaged.</exception>
    public static void Write(string from, string to)
    {
        try
        {
            using SqliteConnection source = Open(from, SqliteOpenMode.ReadWrite);
            using SqliteConnection copy = Open(to, SqliteOpenMode.ReadWriteCreate);
            source.BackupDatabase(copy);
            using SqliteCommand check = copy.CreateCommand();
            check.CommandText = "PRAGMA quick_check(1)";
            if (check.ExecuteScalar() is not "ok")
            {
                throw SqliteFault.Damaged(from);
            }
        }
        catch (SqliteException error)
        {
            throw SqliteFault.From(error, from);
        }

        DurableFolder.FlushFile(to);
    }

    private static SqliteConnection Open(string path, SqliteOpenMode mode)
    {
        SqliteConnection connection = new(new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false }.ConnectionString);
        connection.Open();
        return connection;
    }
}
