namespace ComplaintFlow.LocalHost.Engine;

/// <summary>Keeps a second host out of a data directory. The system lets go of it when the process ends, however it ends.</summary>
internal static class DirectoryLock
{
    /// <exception cref="IOException">Another process holds it; the message says so in one line.</exception>
    public static FileStream Take(string directory)
    {
        string path = Path.Combine(directory, "engine.lock");
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException exception)
        {
            throw new IOException($"Le dossier {directory} est déjà utilisé par un autre hôte (fichier {path}).", exception);
        }
    }
}
