using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ComplaintFlow.Functions.Telemetry;

namespace ComplaintFlow.Infrastructure;

/// <summary>What the workbook and the dashboard ask for is what the program tells; nothing it counts is left out.</summary>
[Collection(DeploymentGroup.Name)]
public sealed partial class DashboardTests(Deployment deployment)
{
    private const string Workbook = "infra/azure/workbook.json";
    private const string Dashboard = "infra/local/dashboard.json";

    private static readonly string[] Metrics = [.. Constants(typeof(MetricNames)).Where(name => name.StartsWith("complaintflow.", StringComparison.Ordinal))];
    private static readonly string[] Lines = [.. Constants(typeof(Signals))];

    [Fact]
    public void Workbook_AsksForEveryMetricAndNoOther() =>
        Assert.Equal(Metrics.Order(StringComparer.Ordinal), Found(WorkbookMetric(), Queries()).Order(StringComparer.Ordinal));

    [Fact]
    public void Dashboard_AsksForEveryMetricAndNoOther()
    {
        HashSet<string> asked = [.. Found(DashboardMetric(), Repository.Read(Dashboard))];

        Assert.All(asked, name => Assert.Contains(Metrics, metric => FormsOf(metric).Contains(name)));
        Assert.All(Metrics, metric => Assert.Contains(FormsOf(metric), asked.Contains));
    }

    [Theory]
    [InlineData(Workbook)]
    [InlineData(Dashboard)]
    public void Lines_LookedFor_AreTheOnesThatTheProgramWrites(string file) => Assert.Equal(
        Lines.Order(StringComparer.Ordinal),
        Found(Line(), Repository.Read(file)).Intersect(Lines).Order(StringComparer.Ordinal));

    [Fact]
    public void Tags_LookedFor_AreTheOnesThatTheProgramSets()
    {
        string[] tags = [.. Constants(typeof(Tags))];

        Assert.Subset(tags.ToHashSet(), Found(WorkbookTag(), Queries()).ToHashSet());
        Assert.Subset(tags.Select(Flat).Append("le").ToHashSet(), Found(DashboardTag(), Repository.Read(Dashboard)).ToHashSet());
    }

    [Fact]
    public void Spans_LookedFor_AreTheOnesThatTheProgramBegins()
    {
        string[] spans = [.. Constants(typeof(SpanNames)).Except([SpanNames.Source])];
        string list = Queries().Split('\n').Single(line => line.StartsWith("| where Name in (\"turn\"", StringComparison.Ordinal));

        Assert.Equal(spans.Order(StringComparer.Ordinal), Found(Quoted(), list).Order(StringComparer.Ordinal));
        Assert.Contains($"name=\\\"{SpanNames.Send}\\\"", Repository.Read(Dashboard), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Deployment.Test)]
    [InlineData(Deployment.Production)]
    public void Workbook_Deployed_ReadsTheWorkspaceOfTheApp(string stage)
    {
        JsonNode workbook = Assert.Single(deployment.ResourcesOf(stage, "Microsoft.Insights/workbooks"))["properties"]!;
        JsonNode workspace = Assert.Single(deployment.ResourcesOf(stage, "Microsoft.OperationalInsights/workspaces"));

        Assert.Equal((string)workspace["id"]!, (string)workbook["sourceId"]!);
        Assert.Equal(Repository.Read(Workbook), (string)workbook["serializedData"]!);
    }

    /// <summary>A metric's names where OTLP ends in Prometheus: unit and kind are added.</summary>
    private static string[] FormsOf(string metric) =>
    [
        Flat(metric), $"{Flat(metric)}_total", $"{Flat(metric)}_seconds", $"{Flat(metric)}_seconds_bucket",
    ];

    private static string Flat(string name) => name.Replace('.', '_');

    /// <summary>The queries of the workbook, as they are run.</summary>
    private static string Queries() => string.Join(
        '\n', JsonNode.Parse(Repository.Read(Workbook))!["items"]!.AsArray().Select(item => (string?)item!["content"]!["query"]).OfType<string>());

    private static IEnumerable<string> Constants(Type type) =>
        type.GetFields(BindingFlags.Public | BindingFlags.Static).Where(field => field.IsLiteral).Select(field => (string)field.GetRawConstantValue()!);

    private static IEnumerable<string> Found(Regex pattern, string text) => pattern.Matches(text).Select(match => match.Groups[1].Value).Distinct();

    [GeneratedRegex("\"(complaintflow\\.[a-z_.]+)\"")]
    private static partial Regex WorkbookMetric();

    [GeneratedRegex("\\b(complaintflow_[a-z_]+)")]
    private static partial Regex DashboardMetric();

    [GeneratedRegex("\\b([a-z]+-[a-z]+)\\b")]
    private static partial Regex Line();

    [GeneratedRegex("Properties\\[\"([^\"]+)\"\\]")]
    private static partial Regex WorkbookTag();

    [GeneratedRegex("(?:by \\(|\\{)([a-z_]+)(?:\\)|=\\\\\"true)")]
    private static partial Regex DashboardTag();

    [GeneratedRegex("\"([^\"]+)\"")]
    private static partial Regex Quoted();
}
