using System.Collections.Frozen;
using ComplaintFlow.Functions.Intake.Email.Bodies;

namespace ComplaintFlow.Functions.Intake.Email.Files;

/// <summary>Names of files that every system takes and that do not deceive.</summary>
public static class FileNames
{
    private const int Longest = 200;
    private const int LongestExtension = 20;

    private static readonly FrozenSet<string> Programs = new[]
    {
        ".app", ".apk", ".appx", ".bat", ".chm", ".cmd", ".com", ".cpl", ".dll", ".exe", ".gadget", ".hta", ".inf", ".iso", ".img", ".jar", ".js", ".jse",
        ".lnk", ".mht", ".msc", ".msi", ".msp", ".pif", ".ps1", ".py", ".reg", ".scf", ".scr", ".sh", ".url", ".vb", ".vbe", ".vbs", ".vhd", ".ws", ".wsf", ".xll",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Devices of Windows: no file can have such a name there.</summary>
    private static readonly FrozenSet<string> Devices = new[]
    {
        "con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9", "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>The last part of a path without controls, signs that turn the direction of writing, and characters that file systems refuse; empty when nothing is left.</summary>
    public static string Clean(string? name)
    {
        string last = PlainCharacters.OneLine(TextDecoder.Mended(name ?? "")).Split('/', '\\')[^1];
        string allowed = string.Concat(last.Where(c => c is not ('<' or '>' or ':' or '"' or '|' or '?' or '*'))).Trim(' ', '.');
        string stem = Path.GetFileNameWithoutExtension(allowed);
        string safe = Devices.Contains(stem) ? $"_{allowed}" : allowed;
        string extension = Path.GetExtension(safe);
        return safe.Length <= Longest ? safe
            : extension.Length <= LongestExtension ? PlainCharacters.Cut(safe[..^extension.Length], Longest - extension.Length) + extension
            : PlainCharacters.Cut(safe, Longest);
    }

    /// <summary>Whether the name alone makes a machine run the file.</summary>
    public static bool IsProgram(string name) => Programs.Contains(Path.GetExtension(name));
}
