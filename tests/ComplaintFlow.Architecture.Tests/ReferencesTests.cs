using System.Text.RegularExpressions;

namespace ComplaintFlow.Architecture.Tests;

/// <summary>Domain ← Functions → LocalHost, and nothing else.</summary>
public sealed partial class ReferencesTests
{
    [Fact]
    public void Domain_ReferencesOnlyTheBaseLibrary() =>
        Assert.All(Parts.References(Parts.Domain), name => Assert.StartsWith("System", name, StringComparison.Ordinal));

    [Fact]
    public void LocalHost_KnowsNeitherTheDomainNorTheApp() =>
        Assert.DoesNotContain(Parts.References(Parts.LocalHost), name => name.StartsWith("ComplaintFlow", StringComparison.Ordinal));

    [Fact]
    public void Functions_ReferencesTheDomainAndItsHost() => Assert.Equal(
        ["ComplaintFlow.Domain", "ComplaintFlow.LocalHost"],
        Parts.References(Parts.Functions).Where(name => name.StartsWith("ComplaintFlow", StringComparison.Ordinal)).Order());

    [Fact]
    public void SourcesOfTheApp_UseTheHostThroughTheApiOfTheRealPackagesOnly() =>
        Assert.All(Source.Files("functions"), path => Assert.DoesNotContain("ComplaintFlow.LocalHost", Source.Read(path), StringComparison.Ordinal));

    [Fact]
    public void LocalHost_ItsTypes_SayNothingOfComplaints() =>
        Assert.All(Parts.Written(Parts.LocalHost).SelectMany(type => type.GetMembers().Select(member => $"{type.Name}.{member.Name}")), name => Assert.DoesNotMatch(ComplaintWords(), name));

    [Fact]
    public void LocalHost_ItsLiterals_SayNothingOfComplaints()
    {
        IReadOnlyList<string> literals = IntermediateCode.Literals(Parts.LocalHost);
        Assert.Contains(literals, literal => literal.Contains("LocalHost__", StringComparison.Ordinal));
        Assert.All(literals, literal => Assert.DoesNotMatch(ComplaintWords(), literal));
    }

    [GeneratedRegex("complain|réclam|reclam|mediat(or|ion)|médiat|acknowledg|courtier|broker", RegexOptions.IgnoreCase)]
    private static partial Regex ComplaintWords();
}
