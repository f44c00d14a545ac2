using ComplaintFlow.Domain.Directory;
using ComplaintFlow.Domain.Procedure;

namespace ComplaintFlow.Functions.Configuration;

/// <summary>The procedure and the directory as the firm's files have them; each fault names its file and path.</summary>
public sealed record RulesFiles(PublishedProcedure? Procedure, StaffDirectory? Directory, IReadOnlyList<string> Faults)
{
    public static RulesFiles Read(AppSettings settings)
    {
        List<string> faults = [];
        ProcedureReading? procedure = Text(settings.ProcedurePath, "ComplaintFlow__Procedure", faults) is { } procedureText
            ? ProcedureFile.Parse(procedureText)
            : null;
        faults.AddRange(procedure?.Faults.Select(fault => $"{settings.ProcedurePath}: {fault}") ?? []);
        DirectoryReading? directory = Text(settings.DirectoryPath, "ComplaintFlow__Directory", faults) is { } directoryText
            ? DirectoryFile.Parse(directoryText)
            : null;
        faults.AddRange(directory?.Faults.Select(fault => $"{settings.DirectoryPath}: {fault}") ?? []);
        return new RulesFiles(procedure?.Procedure, directory?.Directory, faults);
    }

    private static string? Text(string path, string setting, List<string> faults)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            faults.Add($"{setting}: {path} cannot be read ({exception.Message}); give the path of the file, or put it into the working directory.");
            return null;
        }
    }
}
