using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace ComplaintFlow.Proxy.Premises;

/// <summary>A file of <c>infra/local</c>, with what a firm changes in it changed.</summary>
/// <param name="Text">Its text so far.</param>
internal sealed record Shipped(string Text)
{
    public const string Name = "reclamations.example.fr";

    public static string Folder { get; } = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "..", "..", "..", "infra", "local"));

    public static Shipped Read(string path) => new(File.ReadAllText(Path.Combine(Folder, path)));

    /// <summary>Fails when there is nothing to replace: the file has changed, and the test would not use it as it thinks.</summary>
    public Shipped With(string shipped, string here)
    {
        Assert.Contains(shipped, Text, StringComparison.Ordinal);
        return new Shipped(Text.Replace(shipped, here, StringComparison.Ordinal));
    }

    /// <inheritdoc cref="With"/>
    public Shipped WithPattern(string shipped, string here)
    {
        Assert.Matches(new Regex(shipped, RegexOptions.Multiline), Text);
        return new Shipped(Regex.Replace(Text, shipped, here, RegexOptions.Multiline));
    }

    public void WriteTo(string path) => File.WriteAllText(path, Text);

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
