using Microsoft.Data.Sqlite;

namespace ComplaintFlow.LocalHost.Engine;

/// <summary>The tables of the engine's file.</summary>
internal static class EngineSchema
{
    private const long Version = 1;

    private const string Tables = """
        CREATE TABLE instances (
            id TEXT PRIMARY KEY, name TEXT NOT NULL, execution INTEGER NOT NULL, status INTEGER NOT NULL,
            suspended INTEGER NOT NULL DEFAULT 0, ready INTEGER NOT NULL, created INTEGER NOT NULL, updated INTEGER NOT NULL,
            input TEXT, output TEXT, failure TEXT, custom TEXT, tags TEXT,
            parent_id TEXT, parent_name TEXT, parent_execution INTEGER NOT NULL DEFAULT 0, parent_task INTEGER NOT NULL DEFAULT -1);
        CREATE INDEX instances_ready ON instances (id) WHERE ready = 1;
        CREATE INDEX instances_parent ON instances (parent_id) WHERE parent_id IS NOT NULL;
        CREATE TABLE history (
            instance TEXT NOT NULL, seq INTEGER NOT NULL, kind INTEGER NOT NULL, task INTEGER NOT NULL,
            name TEXT, data TEXT, at INTEGER NOT NULL, origin INTEGER NOT NULL, target TEXT,
            PRIMARY KEY (instance, seq)) WITHOUT ROWID;
        CREATE TABLE messages (
            seq INTEGER PRIMARY KEY AUTOINCREMENT, instance TEXT NOT NULL, execution INTEGER, kind INTEGER NOT NULL,
            task INTEGER NOT NULL, name TEXT, data TEXT);
        CREATE INDEX messages_instance ON messages (instance, seq);
        CREATE TABLE activities (
            seq INTEGER PRIMARY KEY AUTOINCREMENT, instance TEXT NOT NULL, execution INTEGER NOT NULL, task INTEGER NOT NULL,
            name TEXT NOT NULL, input TEXT);
        CREATE TABLE timers (
            instance TEXT NOT NULL, task INTEGER NOT NULL, execution INTEGER NOT NULL, due INTEGER NOT NULL,
            PRIMARY KEY (instance, task)) WITHOUT ROWID;
        CREATE INDEX timers_due ON timers (due);
        PRAGMA user_version = 1;
        """;

    /// <summary>Opens the file for writing, made when missing. A file that is not the engine's, or damaged, is left alone.</summary>
    /// <exception cref="InvalidDataException">The file cannot be used; the message names it.</exception>
    public static SqliteSession Open(string path)
    {
        SqliteSession? session = null;
        try
        {
            session = new SqliteSession(path);
            session.Run("PRAGMA journal_mode = WAL");
            long version = (long)session.Scalar("PRAGMA user_version")!;
            if (version == 0 && (long)session.Scalar("SELECT COUNT(*) FROM sqlite_master")! == 0)
            {
                session.Run("BEGIN IMMEDIATE");
                session.RunScript(Tables);
                session.Run("COMMIT");
            }
            else if (version != Version)
            {
                throw new InvalidDataException(
                    $"{path} : version {version} de fichier de moteur inconnue (celle-ci lit la version {Version}) ; rien n'y a été changé.");
            }

            session.Scalar("SELECT COUNT(*) FROM instances WHERE ready = 1");
            return session;
        }
        catch (SqliteException exception)
        {
            session?.Dispose();
            throw new InvalidDataException(
                $"{path} : fichier de moteur illisible ({exception.Message}) ; rien n'y a été changé. Il peut être mis de côté : le balayage relance ce qui est ouvert.",
                exception);
        }
        catch
        {
            session?.Dispose();
            throw;
        }
    }
}
