using System.Text.RegularExpressions;
using ComplaintFlow.Functions.Mail.Templating;

namespace ComplaintFlow.Mail.Tests.Templating;

/// <summary>docs/mail-templates.md names every variable of every kind, and no other.</summary>
public sealed partial class DocumentationTests
{
    private static readonly Dictionary<string, string> Sections = File
        .ReadAllText(Path.Combine(Repository.Root, "docs", "mail-templates.md"))
        .Split("\n### ")
        .Skip(1)
        .ToDictionary(section => section[..section.IndexOf('\n', StringComparison.Ordinal)]);

    public static TheoryData<string> Kinds => [.. TemplateKinds.All.Where(kind => !kind.IsPart).Select(kind => kind.Name)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Kind_Documented_HasItsVariables(string name)
    {
        IEnumerable<string> documented = Group().Matches(Sections[name]).Select(group => Sections[group.Groups[1].Value]).Append(Sections[name])
            .SelectMany(section => Row().Matches(section))
            .Select(row => row.Groups[1].Value)
            .Distinct();

        Assert.Equal(TemplateKinds.Of(new(name, default)).Variables.Names.Order(), documented.Order());
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Variable_Documented_IsOfItsKind(string name)
    {
        Variables variables = TemplateKinds.Of(new(name, default)).Variables;

        Assert.All(Row().Matches(Sections[name]), row => Assert.Equal(Words(variables.Find(row.Groups[1].Value)!.Kind), row.Groups[2].Value));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Choice_Documented_HasItsNames(string name) => Assert.All(
        TemplateKinds.Of(new(name, default)).Variables.All.SelectMany(variable => variable.Choices),
        choice => Assert.Contains($"`{choice}`", Sections[name], StringComparison.Ordinal));

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Needs_Documented_AreAllNamed(string name)
    {
        string must = Must().Match(Sections[name]).Value;

        Assert.All(
            TemplateKinds.Of(new(name, default)).Needs.Select(need => NeededName().Match(need.Written).Groups[1].Value),
            needed => Assert.Contains(needed.StartsWith("privacy_", StringComparison.Ordinal) ? "`privacy_…`" : needed, must, StringComparison.Ordinal));
    }

    [Fact]
    public void Sections_AreTheKindsAndTheirGroups() => Assert.Equal(
        TemplateKinds.All.Where(kind => !kind.IsPart).Select(kind => kind.Name).Concat(["firm", "complaint", "client", "staff"]).Order(), Sections.Keys.Order());

    private static string Words(VariableKind kind) => kind switch
    {
        VariableKind.Words => "text",
        VariableKind.Typed => "typed",
        VariableKind.Flag => "yes or no",
        VariableKind.Number => "number",
        VariableKind.Choice => "one of",
        VariableKind.Link => "link",
        VariableKind.List => "list",
        _ => "tag",
    };

    [GeneratedRegex(@"\[(firm|complaint|client|staff)\]\(#")]
    private static partial Regex Group();

    [GeneratedRegex(@"^\| `(\w+)` \| ([\w ]+) \|", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex("^Must say: .+$", RegexOptions.Multiline)]
    private static partial Regex Must();

    [GeneratedRegex(@"(\w+) [%}]\}$")]
    private static partial Regex NeededName();
}
