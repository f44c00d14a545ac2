using System.Text.RegularExpressions;

namespace ComplaintFlow.Architecture.Tests;

/// <summary>Rules of the house that a machine can check (CONTRIBUTING.md).</summary>
public sealed partial class StyleTests
{
    private const int LongestFile = 250;
    private const int LongestOrchestrator = 60;
    private const int LongestMedian = 60;

    /// <summary>Longer files, each with its reason.</summary>
    private static readonly Dictionary<string, string> LongFiles = new()
    {
        ["functions/ComplaintFlow.Functions/Pages/Assets/style.css"] = "one stylesheet for all pages, one request",
    };

    /// <summary>Files of several small types, under a word for all of them.</summary>
    private static readonly HashSet<string> Gathered =
    [
        "functions/ComplaintFlow.Domain/Complaints/Channels.cs",
        "functions/ComplaintFlow.Domain/Complaints/Persons.cs",
    ];

    [Fact]
    public void NoFile_IsLong_WithoutAReason()
    {
        string[] longOnes =
        [
            .. Source.Code().Concat(Source.Files("functions", "*.css")).Concat(Source.Files("infra", "*.css"))
                .Where(path => Source.Lines(path).Length > LongestFile),
        ];
        Assert.Empty(longOnes.Except(LongFiles.Keys));
        Assert.Empty(LongFiles.Keys.Except(longOnes));
    }

    [Fact]
    public void TheMedianFile_IsShort()
    {
        int[] lengths = [.. Source.Files("functions").Concat(Source.Files("infra")).Select(path => Source.Lines(path).Length).Order()];
        Assert.InRange(lengths[lengths.Length / 2], 1, LongestMedian);
    }

    [Fact]
    public void TheOrchestrator_ReadsAsOnePage() => Assert.InRange(
        Source.Lines("functions/ComplaintFlow.Functions/Orchestration/ComplaintOrchestrator.cs").Length, 1, LongestOrchestrator);

    [Fact]
    public void NoType_IsNamedForNothing() => Assert.All(
        new[] { Parts.Domain, Parts.Functions, Parts.LocalHost }.SelectMany(Parts.Written),
        type => Assert.DoesNotMatch(EmptyNames(), type.Name));

    [Fact]
    public void Sources_AreTheSameInBothFlavours() =>
        Assert.All(Source.Code(), path => Assert.DoesNotMatch(ConditionalCompilation(), Source.Read(path)));

    [Fact]
    public void Nothing_IsLeftHalfMade() => Assert.All(
        Source.Code().Where(path => !path.EndsWith("/StyleTests.cs", StringComparison.Ordinal)),
        path => Assert.DoesNotMatch(HalfMade(), Source.Read(path)));

    [Fact]
    public void AFile_IsNamedAfterAPublicTypeInIt()
    {
        foreach (string path in Source.Files("functions").Concat(Source.Files("infra")).Where(path => !Gathered.Contains(path)))
        {
            string[] types = [.. PublicTypes().Matches(Source.Read(path)).Select(match => match.Groups["name"].Value)];
            Assert.True(types.Length == 0 || types.Contains(Path.GetFileName(path).Split('.')[0]), $"{path} declares {string.Join(", ", types)}");
        }
    }

    [GeneratedRegex("(Manager|Helper|Helpers|Utils|Util|Utility|Utilities|Misc|Common)$")]
    private static partial Regex EmptyNames();

    [GeneratedRegex(@"^\s*#(if|elif|else)\b", RegexOptions.Multiline)]
    private static partial Regex ConditionalCompilation();

    [GeneratedRegex(@"\b(TODO|FIXME|XXX|HACK)\b|NotImplementedException|NotSupportedException\(\)")]
    private static partial Regex HalfMade();

    [GeneratedRegex(@"^public (?:(?:abstract|sealed|static|partial|readonly) )*(?:class|record struct|record|struct|interface|enum) (?<name>\w+)", RegexOptions.Multiline)]
    private static partial Regex PublicTypes();
}
