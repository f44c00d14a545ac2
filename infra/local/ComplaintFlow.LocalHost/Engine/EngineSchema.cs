using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace ComplaintFlow.LocalHost.Engine;

/// <summary>The tables of the engine's file.</summary>
internal static partial class EngineSchema
{
    private const long Version = 2;

    /// <summary>
    /// Everything refers to an instance by its number: numbers rise, so what belongs to the instances of the day lies
    /// together, and a million others make no difference to it.
    /// </summary>
    private const string Tables = """
        CREATE TABLE instances (
            number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, name TEXT NOT NULL, execution INTEGER NOT NULL, status INTEGER NOT NULL,
            suspended INTEGER NOT NULL DEFAULT 0, ready INTEGER NOT NULL, created INTEGER NOT NULL, updated INTEGER NOT NULL,
            input TEXT, output TEXT, failure TEXT, custom TEXT, tags TEXT,
            parent_id TEXT, parent_name TEXT, parent_execution INTEGER NOT NULL DEFAULT 0, parent_task INTEGER NOT NULL DEFAULT -1);
        CREATE INDEX instances_ready ON instances (number) WHERE ready = 1;
        CREATE INDEX instances_parent ON instances (parent_id) WHERE parent_id IS NOT NULL;
        CREATE TABLE history (
            instance INTEGER NOT NULL, turn INTEGER NOT NULL, lines BLOB NOT NULL,
            PRIMARY KEY (instance, turn)) WITHOUT ROWID;
        CREATE TABLE messages (
            instance INTEGER NOT NULL, seq INTEGER NOT NULL, execution INTEGER, kind INTEGER NOT NULL,
            task INTEGER NOT NULL, name TEXT, data TEXT,
            PRIMARY KEY (instance, seq)) WITHOUT ROWID;
        CREATE TABLE activities (
            instance INTEGER NOT NULL, execution INTEGER NOT NULL, task INTEGER NOT NULL, name TEXT NOT NULL, input TEXT,
            PRIMARY KEY (instance, execution, task)) WITHOUT ROWID;
        CREATE TABLE timers (
            instance INTEGER NOT NULL, task INTEGER NOT NULL, execution INTEGER NOT NULL, due INTEGER NOT NULL,
            PRIMARY KEY (instance, task)) WITHOUT ROWID;
        CREATE INDEX timers_due ON timers (due);
        PRAGMA user_version = 2;
        """;

    /// <summary>Writes, and changes nothing.</summary>
    public const string Touch = "PRAGMA user_version = 2";

    // Larger files would delay the start by more than a second; their damage shows when the page is read.
    private const long LargestFullyChecked = 64 * 1024 * 1024;

    /// <summary>Opens the file for writing, made when missing. A file that is not the engine's, or damaged, is left alone.</summary>
    /// <exception cref="InvalidDataException">The file is of another program or version, or damaged; the message names it.</exception>
    /// <exception cref="EngineUnavailableException">The file cannot be read or written; the message names it.</exception>
    public static SqliteSession Open(string path, ILogger logger)
    {
        bool isEmpty = new FileInfo(path) is { Exists: true, Length: 0 };
        SqliteSession? session = null;
        try
        {
            session = new SqliteSession(path);
            Check(session, path);
            session.Run("PRAGMA journal_mode = WAL");

            // Pages that change again and again are worked into the file once for many changes; the log grows to 16 MB for it.
            session.Run("PRAGMA wal_autocheckpoint = 4000");

            // In KiB: the pages of ids in no order stay at hand, where a million instances have ten times as many.
            session.Run("PRAGMA cache_size = -32768");
            session.Run("BEGIN IMMEDIATE");
            if ((long)session.Scalar("PRAGMA user_version")! == 0)
            {
                session.RunScript(Tables);
            }

            session.Run("COMMIT");
            if (isEmpty)
            {
                LogEmpty(logger, path);
            }

            return session;
        }
        catch (SqliteException exception)
        {
            session?.Dispose();
            throw EngineFault.From(exception, path);
        }
        catch
        {
            session?.Dispose();
            throw;
        }
    }

    /// <summary>Reads only, so that the file of someone else stays as it was.</summary>
    private static void Check(SqliteSession session, string path)
    {
        long version = (long)session.Scalar("PRAGMA user_version")!;
        if (version == 0 && (long)session.Scalar("SELECT COUNT(*) FROM sqlite_master")! == 0)
        {
            return;
        }

        if ((long)session.Scalar("SELECT COUNT(*) FROM sqlite_master WHERE name IN ('instances', 'history', 'messages')")! < 3)
        {
            throw new InvalidDataException(
                $"« {path} » est une base SQLite d'un autre programme : rien n'y a été écrit. Déplacez-la. "
                + $"/ '{path}' is the SQLite database of another program; nothing was written to it. Move it away.");
        }

        if (version != Version)
        {
            throw new InvalidDataException(
                $"« {path} » : version {version} de fichier de moteur inconnue (celle-ci lit la version {Version}) ; rien n'y a été changé. "
                + $"/ '{path}': an engine file of version {version}, unknown to this one (which reads {Version}); nothing was changed in it. "
                + "Mis de côté avec ses fichiers -wal et -shm, il laisse la place à un nouveau, et le balayage relance ce qui est ouvert. "
                + "/ Put aside with its -wal and -shm files it makes room for a new one, and the sweep sets going again what is open.");
        }

        if (new FileInfo(path).Length <= LargestFullyChecked && session.Scalar("PRAGMA quick_check(1)") is not "ok")
        {
            throw new InvalidDataException(EngineFault.Damaged(path));
        }

        // What was read to be checked is not what will be asked for.
        session.Run("PRAGMA shrink_memory");
    }

    [LoggerMessage(208, LogLevel.Warning, "« {Path} » était vide : le moteur repart de zéro. / The engine's file was empty: it starts anew.")]
    private static partial void LogEmpty(ILogger logger, string path);
}
