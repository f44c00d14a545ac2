using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ComplaintFlow.Functions.Telemetry;
using ComplaintFlow.Functions.Triggers;

namespace ComplaintFlow.Infrastructure;

[Collection(DeploymentGroup.Name)]
public sealed class MonitoringTests(Deployment deployment)
{
    private static readonly JsonNode Names = JsonNode.Parse(Repository.Read("infra/azure/signals.json"))!;

    [Fact]
    public void Signals_NamedForAlerts_AreTheOnesThatTheAppWrites()
    {
        Assert.Equal(Signals.DeadlineMissed, (string)Names["deadlineMissed"]!);
        Assert.Equal(Signals.EffectFailed, (string)Names["effectFailed"]!);
        Assert.Equal(Signals.IntakeFailed, (string)Names["intakeFailed"]!);
        Assert.Equal(Signals.ComplaintReceived, (string)Names["complaintReceived"]!);
        Assert.Equal(Signals.SweepDone, (string)Names["sweepDone"]!);
        Assert.Equal([nameof(SubmitComplaint), nameof(TakeEmail)], Names["intakeFunctions"]!.AsArray().Select(name => (string)name!));
    }

    [Fact]
    public void Signals_NamedForAlerts_AreExplained() =>
        Assert.All(
            Names.AsObject().Where(signal => signal.Value is JsonValue),
            signal => Assert.Contains($"`{signal.Value}`", Repository.Read("docs/azure.md"), StringComparison.Ordinal));

    [Theory]
    [InlineData(Deployment.Test)]
    [InlineData(Deployment.Production)]
    public void Alerts_Deployed_TellTheOperatorsOfEach(string stage)
    {
        JsonNode[] alerts = [.. deployment.ResourcesOf(stage, "Microsoft.Insights/scheduledQueryRules")];
        string group = (string)Assert.Single(deployment.ResourcesOf(stage, "Microsoft.Insights/actionGroups"))["id"]!;

        Assert.Equal(
            ["deadline-missed", "effect-failed", "intake-failed", "no-heartbeat", "orchestration-failed"],
            alerts.Select(alert => ((string)alert["name"]!).Split(['-'], 4)[3]).Order(StringComparer.Ordinal));
        Assert.All(alerts, alert => Assert.Equal(group, (string)alert["properties"]!["actions"]!["actionGroups"]![0]!));
        Assert.All(alerts, alert => Assert.True((bool)alert["properties"]!["enabled"]!));
    }

    /// <summary>More time than two runs of the sweep need, or every deployment would wake somebody.</summary>
    [Fact]
    public void Heartbeat_Awaited_IsLongerThanTwoSweeps()
    {
        JsonNode alert = deployment.ResourcesOf(Deployment.Production, "Microsoft.Insights/scheduledQueryRules")
            .Single(one => ((string)one["name"]!).EndsWith("no-heartbeat", StringComparison.Ordinal))["properties"]!;
        JsonNode criterion = alert["criteria"]!["allOf"]![0]!;

        Assert.Equal("PT30M", (string)alert["windowSize"]!);
        Assert.Equal("LessThan 1", $"{criterion["operator"]} {criterion["threshold"]}");
    }

    /// <summary>The request log of the platform and the read log of the storage have addresses of links and complaints.</summary>
    [Theory]
    [InlineData(Deployment.Test)]
    [InlineData(Deployment.Production)]
    public void Diagnostics_Sent_HaveNoLogWithAddresses(string stage)
    {
        string[] categories =
        [
            .. deployment.ResourcesOf(stage, "Microsoft.Insights/diagnosticSettings")
                .SelectMany(setting => setting["properties"]!["logs"]?.AsArray() ?? [])
                .Select(log => (string?)log!["category"] ?? $"group {log["categoryGroup"]}").Distinct().Order(StringComparer.Ordinal),
        ];

        string[] reports = stage == Deployment.Production ? ["DeliveryFailures"] : [];
        Assert.Equal(["AuditEvent", .. reports, "EmailSendMailOperational", "EmailStatusUpdateOperational", "StorageDelete"], categories);
    }

    [Fact]
    public void Budget_Deployed_CountsFromAFirstOfMonth() =>
        Assert.Matches(
            new Regex(@"^\d{4}-\d{2}-01$"),
            (string)Assert.Single(deployment.ResourcesOf(Deployment.Production, "Microsoft.Consumption/budgets"))["properties"]!["timePeriod"]!["startDate"]!);
}
