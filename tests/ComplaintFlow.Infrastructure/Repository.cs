using System.Runtime.CompilerServices;

namespace ComplaintFlow.Infrastructure;

/// <summary>Files of the repository by their path from its root.</summary>
internal static class Repository
{
    private static readonly string Root = Path.GetFullPath(Path.Combine(Here(), "..", ".."));

    public static string PathOf(string relative) => Path.Combine(Root, relative);

    public static string Read(string relative) => File.ReadAllText(PathOf(relative));

    /// <summary>A copy of a folder, for what writes beside what it reads; the caller deletes it.</summary>
    public static string CopyOf(string relative)
    {
        string copy = Directory.CreateTempSubdirectory("complaintflow-").FullName;
        foreach (string file in Directory.EnumerateFiles(PathOf(relative), "*", SearchOption.AllDirectories))
        {
            string target = Path.Combine(copy, Path.GetRelativePath(PathOf(relative), file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        return copy;
    }

    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
