namespace ComplaintFlow.Functions.Commands;

/// <summary>The arguments of commands that work on a folder: the folder, then settings.</summary>
internal static class FolderArgument
{
    /// <exception cref="InvalidDataException">There is no folder.</exception>
    public static (string Folder, string[] Settings) Split(string command, string[] arguments) =>
        arguments is [var folder, .. var settings] && !folder.StartsWith('-')
            ? (folder, settings)
            : throw new InvalidDataException($"./run.sh {command} <dossier / folder> [--réglage=valeur / --setting=value …]");
}
