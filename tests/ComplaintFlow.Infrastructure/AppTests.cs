using System.Text.Json.Nodes;

namespace ComplaintFlow.Infrastructure;

[Collection(DeploymentGroup.Name)]
public sealed class AppTests(Deployment deployment)
{
    public static TheoryData<string> Stages => [Deployment.Test, Deployment.Production];

    [Theory]
    [MemberData(nameof(Stages))]
    public void App_Deployed_RunsOnFlexConsumptionWithItsIdentity(string stage)
    {
        JsonNode plan = Assert.Single(deployment.ResourcesOf(stage, "Microsoft.Web/serverfarms"));
        JsonNode app = Assert.Single(deployment.ResourcesOf(stage, "Microsoft.Web/sites"));
        JsonNode configuration = app["properties"]!["functionAppConfig"]!;

        Assert.Equal("FC1", (string)plan["sku"]!["name"]!);
        Assert.Equal("UserAssigned", (string)app["identity"]!["type"]!);
        Assert.Equal("dotnet-isolated 10.0", $"{configuration["runtime"]!["name"]} {configuration["runtime"]!["version"]}");
        Assert.Equal("UserAssignedIdentity", (string)configuration["deployment"]!["storage"]!["authentication"]!["type"]!);
    }

    [Theory]
    [MemberData(nameof(Stages))]
    public void App_Deployed_SpeaksTlsOnlyAndTakesNoPassword(string stage)
    {
        JsonNode properties = Assert.Single(deployment.ResourcesOf(stage, "Microsoft.Web/sites"))["properties"]!;

        Assert.True((bool)properties["httpsOnly"]!);
        Assert.Equal("1.2", (string)properties["siteConfig"]!["minTlsVersion"]!);
        Assert.Equal("1.2", (string)properties["siteConfig"]!["scmMinTlsVersion"]!);
        Assert.Equal("Disabled", (string)properties["siteConfig"]!["ftpsState"]!);
        IReadOnlyList<JsonNode> passwords = deployment.ResourcesOf(stage, "Microsoft.Web/sites/basicPublishingCredentialsPolicies");
        Assert.Equal(2, passwords.Count);
        Assert.All(passwords, policy => Assert.False((bool)policy["properties"]!["allow"]!));
    }

    [Fact]
    public void App_InProduction_KeepsAnInstanceWarmForOrchestrations()
    {
        JsonNode app = Assert.Single(deployment.ResourcesOf(Deployment.Production, "Microsoft.Web/sites"));

        JsonArray warm = app["properties"]!["functionAppConfig"]!["scaleAndConcurrency"]!["alwaysReady"]!.AsArray();

        Assert.Contains(warm, group => (string)group!["name"]! == "durable" && (int)group["instanceCount"]! >= 1);
    }

    [Fact]
    public void DeliveryReports_InProduction_GoToTheAppWithItsKey()
    {
        JsonNode subscription = Assert.Single(deployment.ResourcesOf(Deployment.Production, "Microsoft.EventGrid/systemTopics/eventSubscriptions"))["properties"]!;

        string address = (string)subscription["destination"]!["properties"]!["endpointUrl"]!;
        Assert.Contains("https://{0}/api/delivery?code={1}", address, StringComparison.Ordinal);
        Assert.Contains("getKeyVaultSecret(", address, StringComparison.Ordinal);
        Assert.Equal("Microsoft.Communication.EmailDeliveryReportReceived", (string)subscription["filter"]!["includedEventTypes"]![0]!);
        Assert.Empty(deployment.ResourcesOf(Deployment.Test, "Microsoft.EventGrid/systemTopics"));
    }

    [Theory]
    [MemberData(nameof(Stages))]
    public void Resource_ThatTakesTags_HasThem(string stage) =>
        Assert.All(
            deployment.ResourcesOf(stage).Where(resource => resource["location"] is not null && !((string)resource["type"]!).Contains("domains/", StringComparison.Ordinal)),
            resource =>
            {
                Assert.Equal("complaintflow", (string?)resource["tags"]?["application"]);
                Assert.Equal("reclamations", (string?)resource["tags"]?["owner"]);
            });
}
