using System.Text.RegularExpressions;

namespace ComplaintFlow.Walkthrough;

/// <summary>What the documents point at is there.</summary>
public sealed partial class DocumentTests
{
    public static TheoryData<string> Documents { get; } =
        [.. Directory.GetFiles(Repository.Root, "*.md")
            .Concat(Directory.GetFiles(Path.Combine(Repository.Root, "docs"), "*.md", SearchOption.AllDirectories))
            .Select(path => Path.GetRelativePath(Repository.Root, path))];

    [Theory]
    [MemberData(nameof(Documents))]
    public void EveryLink_LeadsToAFileAndAHeading(string path)
    {
        string folder = Path.GetDirectoryName(Path.Combine(Repository.Root, path))!;
        foreach (string link in Links().Matches(Repository.Read(path)).Select(match => match.Groups[1].Value))
        {
            if (link.StartsWith("http", StringComparison.Ordinal) || link.StartsWith("mailto:", StringComparison.Ordinal))
            {
                continue;
            }

            string[] parts = link.Split('#');
            string target = parts[0].Length == 0 ? Path.Combine(Repository.Root, path) : Path.Combine(folder, parts[0]);
            Assert.True(File.Exists(target) || Directory.Exists(target), $"{path} points at {link}, which is not there");
            if (parts.Length > 1)
            {
                Assert.True(Anchors(target).Contains(parts[1]), $"{path} points at the heading {link}, which is not there");
            }
        }
    }

    [Fact]
    public void EveryPath_OfTheReadme_IsThere()
    {
        foreach (string path in Paths().Matches(Repository.Read("README.md")).Select(match => match.Groups[1].Value))
        {
            string full = Path.Combine(Repository.Root, path);
            Assert.True(File.Exists(full) || Directory.Exists(full), $"README.md names {path}, which is not there");
        }
    }

    [Fact]
    public void EverySetting_OfTheReadme_IsExplained()
    {
        string settings = Repository.Read("docs/settings.md");
        MatchCollection named = Settings().Matches(Repository.Read("README.md") + Repository.Read("docs/walkthrough.md"));

        Assert.NotEmpty(named);
        Assert.All(named.Select(match => match.Value).Distinct(), name =>
            Assert.Contains(name.StartsWith("ComplaintFlow__Key", StringComparison.Ordinal) ? name[..name.LastIndexOf("__", StringComparison.Ordinal)] : name, settings, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("run.sh")]
    [InlineData("test.sh")]
    public void TheCommands_CanBeRun(string script)
    {
        Assert.Contains($"./{script}", Repository.Read("README.md"), StringComparison.Ordinal);
        Assert.True(!OperatingSystem.IsWindows() && File.GetUnixFileMode(Path.Combine(Repository.Root, script)).HasFlag(UnixFileMode.UserExecute));
    }

    /// <summary>Headings as GitHub names them, and named anchors.</summary>
    private static HashSet<string> Anchors(string path)
    {
        string text = File.ReadAllText(path);
        return
        [
            .. Headings().Matches(text).Select(match => NotInAnchors().Replace(match.Groups[1].Value.Trim().ToLowerInvariant(), "").Replace(' ', '-')),
            .. Named().Matches(text).Select(match => match.Groups[1].Value),
        ];
    }

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Links();

    [GeneratedRegex(@"^#+ (.*)$", RegexOptions.Multiline)]
    private static partial Regex Headings();

    [GeneratedRegex(@"<a (?:id|name)=""([^""]+)""")]
    private static partial Regex Named();

    [GeneratedRegex(@"[^\p{L}\p{N} _-]")]
    private static partial Regex NotInAnchors();

    [GeneratedRegex(@"`((?:functions|infra|tests|docs)/[\w./-]*)`")]
    private static partial Regex Paths();

    [GeneratedRegex(@"\b(?:ComplaintFlow|LocalHost)__\w+")]
    private static partial Regex Settings();
}
