using Microsoft.Data.Sqlite;

namespace ComplaintFlow.Functions.Storage.Sqlite;

/// <summary>What an error of SQLite means to whoever runs the program, French then English.</summary>
internal static class SqliteFault
{
    // Primary result codes, https://www.sqlite.org/rescode.html
    private const int Busy = 5;
    private const int Locked = 6;
    private const int ReadOnly = 8;
    private const int InputOutput = 10;
    private const int Corrupt = 11;
    private const int Full = 13;
    private const int CannotOpen = 14;
    private const int NotADatabase = 26;

    public static StoreUnavailableException From(SqliteException error, string path) => new(Explain(error, path), error);

    public static StoreUnavailableException Damaged(string path) => new(DamagedText(path));

    public static StoreUnavailableException Foreign(string path) => new(
        $"« {path} » est une base SQLite d'un autre programme : rien n'y a été écrit. Déplacez-la ou changez ComplaintFlow__DataDirectory. "
        + $"/ '{path}' is the SQLite database of another program; nothing was written to it. Move it away or change ComplaintFlow__DataDirectory.");

    public static StoreUnavailableException Newer(string path, int version, int known) => new(
        $"« {path} » a été écrit par une version plus récente (format {version}, connu : {known}) : rien n'y a été écrit. Reprenez cette version. "
        + $"/ '{path}' was written by a later version (format {version}, known: {known}); nothing was written to it. Go back to that version.");

    public static StoreUnavailableException Unreachable(string path, Exception error) => new(UnreachableText(path), error);

    public static StoreUnavailableException Removed(string path) => new(
        $"« {path} » a été supprimé pendant la marche du programme : arrêtez-le et restaurez une sauvegarde. "
        + $"/ '{path}' was removed while the program was running: stop it and restore a backup.");

    private static string Explain(SqliteException error, string path) => error.SqliteErrorCode switch
    {
        Busy or Locked =>
            $"« {path} » est tenu par un autre programme (sauvegarde, sqlite3, seconde instance) : fermez-le, puis recommencez. "
            + $"/ '{path}' is held by another program (a backup, sqlite3, a second instance): close it and try again.",
        ReadOnly =>
            $"« {path} » est en lecture seule : rendez le fichier et son dossier modifiables. "
            + $"/ '{path}' is read-only: make the file and its folder writable.",
        Full =>
            $"Plus de place sur le disque pour « {path} » : rien n'a été écrit. Libérez de la place. "
            + $"/ The disk is full and '{path}' cannot grow; nothing was written. Make room.",
        Corrupt or NotADatabase => DamagedText(path),
        CannotOpen => UnreachableText(path),
        InputOutput =>
            $"Le disque de « {path} » répond par une erreur : vérifiez-le. "
            + $"/ The disk of '{path}' answers with an error: check it. ({error.Message})",
        _ => $"« {path} » ne répond pas. / '{path}' does not answer. ({error.Message})",
    };

    private static string DamagedText(string path) =>
        $"« {path} » est endommagé ou n'est pas une base SQLite ; il est laissé tel quel. Mettez-le de côté et restaurez une sauvegarde. "
        + $"/ '{path}' is damaged or no SQLite database; it is left as it is. Put it aside and restore a backup.";

    private static string UnreachableText(string path) =>
        $"« {path} » ne peut être ouvert : vérifiez que le dossier existe et que le programme peut y écrire. "
        + $"/ '{path}' cannot be opened: check that the folder exists and that the program may write there.";
}
