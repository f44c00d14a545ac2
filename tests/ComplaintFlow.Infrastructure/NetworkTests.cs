using System.Text.Json.Nodes;

namespace ComplaintFlow.Infrastructure;

[Collection(DeploymentGroup.Name)]
public sealed class NetworkTests(Deployment deployment)
{
    private static readonly string[] Kept = ["Microsoft.Storage/storageAccounts", "Microsoft.KeyVault/vaults"];

    [Fact]
    public void PrivateNetwork_TurnedOn_IsTheOnlyWayToWhatIsKept()
    {
        foreach (JsonNode resource in Kept.SelectMany(type => deployment.ResourcesOf(Deployment.Production, type)))
        {
            Assert.Equal("Disabled", (string)resource["properties"]!["publicNetworkAccess"]!);
            Assert.Equal("Deny", (string)resource["properties"]!["networkAcls"]!["defaultAction"]!);
        }

        string[] reached = [.. deployment.ResourcesOf(Deployment.Production, "Microsoft.Network/privateEndpoints").Select(Describe).Order(StringComparer.Ordinal)];
        Assert.Equal(["kv-cou vault", "starch blob", "sthost blob", "sthost queue", "sthost table", "strecs blob", "strecs table"], reached);
        Assert.Equal(4, deployment.ResourcesOf(Deployment.Production, "Microsoft.Network/privateDnsZones/virtualNetworkLinks").Count);
    }

    [Fact]
    public void App_InAPrivateNetwork_LeavesThroughItsSubnetAndOneAddress()
    {
        JsonNode app = Assert.Single(deployment.ResourcesOf(Deployment.Production, "Microsoft.Web/sites"));
        JsonNode network = Assert.Single(deployment.ResourcesOf(Deployment.Production, "Microsoft.Network/virtualNetworks"));
        JsonNode subnet = network["properties"]!["subnets"]!.AsArray().Single(one => (string)one!["name"]! == "app")!["properties"]!;

        Assert.Equal($"{network["id"]}/subnets/app", (string)app["properties"]!["virtualNetworkSubnetId"]!);
        Assert.Equal("Microsoft.App/environments", (string)subnet["delegations"]![0]!["properties"]!["serviceName"]!);
        Assert.NotNull(subnet["natGateway"]);
        Assert.All(network["properties"]!["subnets"]!.AsArray(), one => Assert.False((bool)one!["properties"]!["defaultOutboundAccess"]!));
    }

    [Fact]
    public void PrivateNetwork_TurnedOff_IsNotThere()
    {
        Assert.DoesNotContain(deployment.ResourcesOf(Deployment.Test), resource => ((string)resource["type"]!).StartsWith("Microsoft.Network/", StringComparison.Ordinal));
        Assert.Null(Assert.Single(deployment.ResourcesOf(Deployment.Test, "Microsoft.Web/sites"))["properties"]!["virtualNetworkSubnetId"]);
    }

    private static string Describe(JsonNode endpoint)
    {
        JsonNode connection = endpoint["properties"]!["privateLinkServiceConnections"]![0]!["properties"]!;
        return $"{((string)connection["privateLinkServiceId"]!).Split('/')[^1][..6]} {connection["groupIds"]![0]}";
    }
}
