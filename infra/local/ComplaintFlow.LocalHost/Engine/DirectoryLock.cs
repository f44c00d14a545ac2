namespace ComplaintFlow.LocalHost.Engine;

/// <summary>Keeps a second host out of a data directory. The system lets go of it when the process ends, however it ends.</summary>
internal static class DirectoryLock
{
    // What the systems answer when another process holds a file: EWOULDBLOCK of Linux and of macOS, ERROR_SHARING_VIOLATION.
    private const int WouldBlock = 11;
    private const int WouldBlockOfMacOS = 35;
    private const int SharingViolation = unchecked((int)0x80070020);

    /// <exception cref="IOException">Another process holds it, or it cannot be written; the message says which in one line.</exception>
    public static FileStream Take(string directory)
    {
        string path = Path.Combine(directory, "engine.lock");
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException exception) when (exception.HResult is WouldBlock or WouldBlockOfMacOS or SharingViolation)
        {
            throw new IOException(
                $"Le dossier {directory} est déjà utilisé par un autre hôte (fichier {path}). / The folder is used by another host.", exception);
        }
        catch (IOException exception)
        {
            throw new IOException(
                $"Le fichier {path} ne peut être ouvert : vérifiez le disque, sa place libre et les droits du dossier ({exception.Message}). "
                + "/ It cannot be opened: check the disk, the room on it and the rights of the folder.",
                exception);
        }
    }
}
