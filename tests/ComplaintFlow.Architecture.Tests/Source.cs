using System.Runtime.CompilerServices;

namespace ComplaintFlow.Architecture.Tests;

/// <summary>The source files of the repository.</summary>
internal static class Source
{
    public static string Root { get; } = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "..", ".."));

    /// <summary>Files below a folder, relative to the root; what a build made is left out.</summary>
    public static IReadOnlyList<string> Files(string folder, string pattern = "*.cs") =>
    [
        .. Directory.GetFiles(Path.Combine(Root, folder), pattern, SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Root, path))
            .Where(path => !path.Split('/').Intersect(["bin", "obj", "node_modules"]).Any())
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>All code of ours.</summary>
    public static IReadOnlyList<string> Code() => [.. Files("functions"), .. Files("infra"), .. Files("tests")];

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    public static string[] Lines(string path) => File.ReadAllLines(Path.Combine(Root, path));

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
