using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using Microsoft.Data.Sqlite;

namespace ComplaintFlow.Functions.Storage.Sqlite;

/// <summary>
/// The database file: its identity, its creation, its connections. The identity is read from the file's header before SQLite
/// touches it, so that a file of someone else is left byte for byte as it was.
/// </summary>
/// <param name="path">Where the file is, or will be.</param>
/// <param name="busyTimeout">How long a lock of another program is waited for, in whole seconds.</param>
internal sealed class SqliteFile(string path, TimeSpan busyTimeout)
{
    private const int ApplicationId = 0x434D5046; // "CMPF"
    private const int Version = 1;

    // Larger files would delay the start by more than a second; their damage shows when the page is read.
    private const long LargestFullyChecked = 64 * 1024 * 1024;

    private const string Schema = """
        BEGIN IMMEDIATE;
        PRAGMA application_id = 0x434D5046;
        PRAGMA user_version = 1;
        CREATE TABLE complaints (
            partition TEXT NOT NULL, row TEXT NOT NULL, etag INTEGER NOT NULL, properties TEXT NOT NULL,
            PRIMARY KEY (partition, row)) STRICT, WITHOUT ROWID;
        CREATE TABLE last_etag (value INTEGER NOT NULL) STRICT;
        INSERT INTO last_etag VALUES (0);
        COMMIT;
        """;

    public string Path { get; } = path;

    /// <summary>Creates the file if there is none, else checks that it is ours and sound.</summary>
    /// <exception cref="StoreUnavailableException">It is not, or cannot be reached.</exception>
    public void Prepare()
    {
        try
        {
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path)!);
            if (!File.Exists(Path))
            {
                Create();
            }

            CheckHeader();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw SqliteFault.Unreachable(Path, error);
        }
        catch (SqliteException error)
        {
            throw SqliteFault.From(error, Path);
        }
    }

    /// <summary>A connection of a reader's own.</summary>
    public SqliteConnection OpenReader() => Open(Path, SqliteOpenMode.ReadWrite);

    /// <summary>The writer's own connection: write-ahead log, every commit on the disk before it is acknowledged.</summary>
    public SqliteConnection OpenWriter()
    {
        SqliteConnection connection = Open(Path, SqliteOpenMode.ReadWrite);
        try
        {
            Execute(connection, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = OFF;");
            if (new FileInfo(Path).Length <= LargestFullyChecked && Scalar(connection, "PRAGMA quick_check(1)") is not "ok")
            {
                throw SqliteFault.Damaged(Path);
            }

            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Bounds the size of the file for this connection; the bound is never below its present size.</summary>
    public static void LimitPages(SqliteConnection connection, int pages) =>
        Execute(connection, string.Create(CultureInfo.InvariantCulture, $"PRAGMA max_page_count = {pages}"));

    private static object? Scalar(SqliteConnection connection, string sql)
    {
        using SqliteCommand command = connection.CreateCommand();
#pragma warning disable CA2100 // Texts of this file only.
        command.CommandText = sql;
#pragma warning restore CA2100
        return command.ExecuteScalar();
    }

    private static void Execute(SqliteConnection connection, string sql) => Scalar(connection, sql);

    private SqliteConnection Describe(string path, SqliteOpenMode mode) => new(
        new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Mode = mode,
            Pooling = false,
            DefaultTimeout = Math.Max(1, (int)busyTimeout.TotalSeconds),
        }.ConnectionString);

    private SqliteConnection Open(string path, SqliteOpenMode mode)
    {
        SqliteConnection connection = Describe(path, mode);
        try
        {
            connection.Open();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Made under another name and renamed: a crash half-way leaves no half-made database.</summary>
    private void Create()
    {
        string draft = $"{Path}.{RandomNumberGenerator.GetHexString(8, lowercase: true)}.new";
        using (SqliteConnection connection = Open(draft, SqliteOpenMode.ReadWriteCreate))
        {
            Execute(connection, "PRAGMA synchronous = EXTRA;");
            Execute(connection, Schema);
        }

        try
        {
            File.Move(draft, Path);
        }
        catch (IOException) when (File.Exists(Path))
        {
            // A second instance was faster; its file is as good.
            File.Delete(draft);
        }
    }

    private void CheckHeader()
    {
        // https://www.sqlite.org/fileformat.html#the_database_header
        Span<byte> header = stackalloc byte[100];
        using (FileStream file = new(Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete))
        {
            if (file.ReadAtLeast(header, header.Length, throwOnEndOfStream: false) < header.Length
                || !header.StartsWith("SQLite format 3\0"u8))
            {
                throw SqliteFault.Damaged(Path);
            }
        }

        if (BinaryPrimitives.ReadInt32BigEndian(header[68..]) != ApplicationId)
        {
            throw SqliteFault.Foreign(Path);
        }

        int version = BinaryPrimitives.ReadInt32BigEndian(header[60..]);
        if (version > Version)
        {
            throw SqliteFault.Newer(Path, version, Version);
        }
    }
}
