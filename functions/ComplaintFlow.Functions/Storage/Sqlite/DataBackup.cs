using ComplaintFlow.Functions.Attachments;

namespace ComplaintFlow.Functions.Storage.Sqlite;

/// <summary>
/// A copy of the data directory from which the program can go on, made while it runs. The store comes first, in one state;
/// what it names (attachments, mails recorded as sent) was written before it and is copied after it, so that the copy has it.
/// The engine's file is left out: the sweep makes it anew from the store.
/// </summary>
/// <param name="dataDirectory">What to copy.</param>
internal sealed class DataBackup(string dataDirectory)
{
    private const string UnfinishedSuffix = ".unfinished";
    private readonly string _from = Path.GetFullPath(dataDirectory);

    /// <summary>Makes the copy: whole under its name, or not at all.</summary>
    /// <param name="target">A folder that does not exist yet, outside the data directory.</param>
    /// <exception cref="IOException">There is nothing to copy, the target exists, or it cannot be written; the message says which.</exception>
    /// <exception cref="StoreUnavailableException">The store does not answer, or is damaged.</exception>
    public void WriteTo(string target)
    {
        string to = Path.TrimEndingDirectorySeparator(Path.GetFullPath(target));
        string store = Path.Combine(_from, SqliteTableStore.FileName);
        Require(File.Exists(store), $"« {store} » n'existe pas : rien à sauvegarder. / It does not exist: there is nothing to back up.");
        Require(!Path.Exists(to), $"« {to} » existe déjà : rien n'y a été écrit. / It exists already; nothing was written to it.");
        Require(
            !(to + Path.DirectorySeparatorChar).StartsWith(_from + Path.DirectorySeparatorChar, StringComparison.Ordinal),
            $"« {to} » est dans le dossier des données. / It lies in the data directory.");

        string unfinished = to + UnfinishedSuffix;
        if (Directory.Exists(unfinished))
        {
            Directory.Delete(unfinished, recursive: true);
        }

        Directory.CreateDirectory(unfinished);
        SqliteSnapshot.Write(store, Path.Combine(unfinished, SqliteTableStore.FileName));
        CopyFiles(_from, unfinished);
        Directory.Move(unfinished, to);
        DurableFolder.Flush(Path.GetDirectoryName(to)!);
    }

    private void CopyFiles(string from, string to)
    {
        foreach (string file in Directory.EnumerateFiles(from).Where(IsKept))
        {
            string copy = Path.Combine(to, Path.GetFileName(file));
            File.Copy(file, copy);
            DurableFolder.FlushFile(copy);
        }

        foreach (string folder in Directory.EnumerateDirectories(from))
        {
            CopyFiles(folder, Directory.CreateDirectory(Path.Combine(to, Path.GetFileName(folder))).FullName);
        }

        DurableFolder.Flush(to);
    }

    /// <summary>Not the databases, which are copied or made anew, and not what is being written under a passing name.</summary>
    private bool IsKept(string file)
    {
        string name = Path.GetFileName(file);
        bool isOfADatabase = Path.GetDirectoryName(file) == _from
            && (name.StartsWith("engine.", StringComparison.Ordinal) || name.StartsWith(SqliteTableStore.FileName, StringComparison.Ordinal));
        return !isOfADatabase && !name.EndsWith(".new", StringComparison.Ordinal) && !name.EndsWith(".tmp", StringComparison.Ordinal);
    }

    private static void Require(bool holds, string otherwise)
    {
        if (!holds)
        {
            throw new IOException(otherwise);
        }
    }
}
