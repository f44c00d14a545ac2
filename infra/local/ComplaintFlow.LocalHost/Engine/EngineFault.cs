using Microsoft.Data.Sqlite;

namespace ComplaintFlow.LocalHost.Engine;

/// <summary>What an error of SQLite means to whoever runs the host, French then English.</summary>
internal static class EngineFault
{
    // Primary result codes, https://www.sqlite.org/rescode.html
    private const int Error = 1;
    private const int Busy = 5;
    private const int Locked = 6;
    private const int ReadOnly = 8;
    private const int InputOutput = 10;
    private const int Corrupt = 11;
    private const int Full = 13;
    private const int CannotOpen = 14;
    private const int TooBig = 18;
    private const int Constraint = 19;
    private const int Mismatch = 20;
    private const int NotADatabase = 26;

    public static EngineUnavailableException From(SqliteException error, string path) => new(Explain(error, path), error);

    /// <summary>Whether a part of the file is lost for good.</summary>
    public static bool IsDamage(SqliteException error) => error.SqliteErrorCode is Corrupt or NotADatabase;

    /// <summary>Whether one change of several may be the reason, so that the others are worth another try.</summary>
    public static bool IsOfOneChange(SqliteException error) => error.SqliteErrorCode is Error or Corrupt or TooBig or Constraint or Mismatch;

    public static string Damaged(string path) =>
        $"« {path} » est endommagé ou n'est pas un fichier de moteur ; il est laissé tel quel. Mettez-le de côté, avec ses fichiers -wal et -shm : au démarrage suivant, le balayage relance ce qui est ouvert. "
        + $"/ '{path}' is damaged or no engine file; it is left as it is. Put it aside with its -wal and -shm files: at the next start the sweep sets going again what is open.";

    private static string Explain(SqliteException error, string path) => error.SqliteErrorCode switch
    {
        Busy or Locked =>
            $"« {path} » est tenu par un autre programme (sauvegarde, sqlite3) : fermez-le ; le moteur reprend alors de lui-même. "
            + $"/ '{path}' is held by another program (a backup, sqlite3): close it; the engine then goes on by itself.",
        ReadOnly =>
            $"« {path} » est en lecture seule : rendez le fichier et son dossier modifiables. "
            + $"/ '{path}' is read-only: make the file and its folder writable.",
        Full =>
            $"Plus de place sur le disque pour « {path} » : libérez-en ; le moteur reprend alors de lui-même. "
            + $"/ The disk is full and '{path}' cannot grow: make room; the engine then goes on by itself.",
        Corrupt or NotADatabase => Damaged(path),
        CannotOpen =>
            $"« {path} » ne peut être ouvert : vérifiez que le dossier existe et que le programme peut y écrire. "
            + $"/ '{path}' cannot be opened: check that the folder exists and that the program may write there.",
        InputOutput =>
            $"Le disque de « {path} » répond par une erreur : vérifiez-le, ainsi que la place libre ({error.Message}). "
            + $"/ The disk of '{path}' answers with an error: check it, and the room on it.",
        _ => $"« {path} » ne répond pas ({error.Message}). / '{path}' does not answer.",
    };
}
