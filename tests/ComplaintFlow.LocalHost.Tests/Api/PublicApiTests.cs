using System.Text.RegularExpressions;
using ComplaintFlow.LocalHost.Clock;

namespace ComplaintFlow.LocalHost.Tests.Api;

public sealed partial class PublicApiTests
{
    private static readonly string[] Namespaces = ["Azure.", "DurableTask.", "Microsoft."];

    /// <summary>
    /// The list says which signatures of the real packages this host declares. It was read off those packages: a member
    /// goes into the code only as it stands there, and into the list with it.
    /// </summary>
    [Fact]
    public async Task DeclaredApi_IsThatOfTheList_NameByNameAndParameterByParameter() =>
        Assert.Equal(WithoutOrigins(await ListAsync()), Declared(), ignoreLineEndingDifferences: true);

    [Fact]
    public async Task EveryListedType_HasAnAssembly_AndAnOriginOfAKnownForm()
    {
        string[] headers = [.. (await ListAsync()).Split('\n').Where(line => line.StartsWith("## ", StringComparison.Ordinal))];
        Assert.NotEmpty(headers);
        Assert.All(headers, header => Assert.Matches(Header(), header));
    }

    [Fact]
    public async Task EveryDeclaredType_IsListedOnce()
    {
        IEnumerable<string> listed = (await ListAsync()).Split('\n').Select(line => Header().Match(line)).Where(match => match.Success)
            .Select(match => match.Groups["type"].Value);
        Assert.Equal(Types().Select(type => type.FullName), listed);
    }

    [Theory]
    [InlineData("## Some.Type [Some.Assembly]")]
    [InlineData("## Some.Type [Some.Assembly] from memory")]
    [InlineData("## Some.Type [Some.Assembly] read by reflection")]
    [InlineData("## Some.Type [Some.Assembly] read in some/repository")]
    [InlineData("## Some.Type read by reflection, 1.0")]
    public void Header_WithoutAssemblyOrOrigin_IsNotOfAKnownForm(string header) => Assert.DoesNotMatch(Header(), header);

    [GeneratedRegex(@"^## (?<type>[\w.`+]+)(?: : [\w`]+)? \[[\w.]+\] (?:read by reflection, \d+(?:\.\d+)+|read in [\w-]+/[\w-]+ [\w./]+\.cs)\r?$")]
    private static partial Regex Header();

    private static async Task<string> ListAsync()
    {
        await using Stream resource = typeof(PublicApiTests).Assembly.GetManifestResourceStream("signatures.txt")!;
        using StreamReader reader = new(resource);
        return await reader.ReadToEndAsync();
    }

    private static string WithoutOrigins(string list) => string.Join('\n', list.ReplaceLineEndings("\n").Split('\n')
        .SkipWhile(line => !line.StartsWith("## ", StringComparison.Ordinal))
        .Select(line => line.StartsWith("## ", StringComparison.Ordinal) ? line[..line.IndexOf(" [", StringComparison.Ordinal)] : line)).TrimEnd('\n');

    private static IEnumerable<Type> Types() => typeof(VirtualClock).Assembly.GetExportedTypes()
        .Where(type => Namespaces.Any(start => type.Namespace!.StartsWith(start, StringComparison.Ordinal)))
        .OrderBy(type => type.FullName, StringComparer.Ordinal);

    private static string Declared() => string.Join("\n\n", Types()
        .Select(type => string.Join('\n', Signature.MembersOf(type).Select(member => "  " + member).Prepend($"## {type.FullName}{Signature.BaseOf(type)}"))));
}
