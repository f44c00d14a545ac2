using ComplaintFlow.LocalHost.Clock;

namespace ComplaintFlow.LocalHost.Tests.Api;

public sealed class PublicApiTests
{
    private static readonly string[] Namespaces = ["Azure.", "DurableTask.", "Microsoft."];

    /// <summary>
    /// The list says which signatures of the real packages this host declares. It was read off those packages: a member
    /// goes into the code only as it stands there, and into the list with it.
    /// </summary>
    [Fact]
    public async Task DeclaredApi_IsThatOfTheList_NameByNameAndParameterByParameter()
    {
        using Stream resource = typeof(PublicApiTests).Assembly.GetManifestResourceStream("signatures.txt")!;
        using StreamReader reader = new(resource);
        string listed = await reader.ReadToEndAsync();
        Assert.Equal(WithoutOrigins(listed), Declared(), ignoreLineEndingDifferences: true);
    }

    [Fact]
    public async Task ListedTypes_NameTheAssemblyTheyComeFrom()
    {
        using Stream resource = typeof(PublicApiTests).Assembly.GetManifestResourceStream("signatures.txt")!;
        using StreamReader reader = new(resource);
        string[] headers = [.. (await reader.ReadToEndAsync()).Split('\n').Where(line => line.StartsWith("## ", StringComparison.Ordinal))];
        Assert.NotEmpty(headers);
        Assert.All(headers, header => Assert.Matches(@"^## [\w.`]+ \[[\w.]+\]$", header.TrimEnd()));
    }

    private static string WithoutOrigins(string list) => string.Join('\n', list.ReplaceLineEndings("\n").Split('\n')
        .SkipWhile(line => !line.StartsWith("## ", StringComparison.Ordinal))
        .Select(line => line.StartsWith("## ", StringComparison.Ordinal) ? line[..line.IndexOf(" [", StringComparison.Ordinal)] : line)).TrimEnd('\n');

    private static string Declared() => string.Join("\n\n", typeof(VirtualClock).Assembly.GetExportedTypes()
        .Where(type => Namespaces.Any(start => type.Namespace!.StartsWith(start, StringComparison.Ordinal)))
        .OrderBy(type => type.FullName, StringComparer.Ordinal)
        .Select(type => string.Join('\n', Signature.MembersOf(type).Select(member => "  " + member).Prepend($"## {type.FullName}"))));
}
