using System.Text.Json.Nodes;

namespace ComplaintFlow.Infrastructure;

[Collection(DeploymentGroup.Name)]
public sealed class StorageTests(Deployment deployment)
{
    public static TheoryData<string> Stages => [Deployment.Test, Deployment.Production];

    [Theory]
    [MemberData(nameof(Stages))]
    public void Account_OfAnyPurpose_OpensForIdentitiesOnly(string stage)
    {
        IReadOnlyList<JsonNode> accounts = deployment.ResourcesOf(stage, "Microsoft.Storage/storageAccounts");

        Assert.Equal(3, accounts.Count);
        Assert.All(accounts, account =>
        {
            JsonNode properties = account["properties"]!;
            Assert.False((bool)properties["allowSharedKeyAccess"]!);
            Assert.False((bool)properties["allowBlobPublicAccess"]!);
            Assert.False((bool)properties["allowCrossTenantReplication"]!);
            Assert.True((bool)properties["supportsHttpsTrafficOnly"]!);
            Assert.Equal("TLS1_2", (string)properties["minimumTlsVersion"]!);
            Assert.Matches("^[a-z0-9]{3,24}$", (string)account["name"]!);
        });
    }

    [Theory]
    [MemberData(nameof(Stages))]
    public void Container_OfAnyPurpose_IsPrivate(string stage) =>
        Assert.All(
            deployment.ResourcesOf(stage, "Microsoft.Storage/storageAccounts/blobServices/containers"),
            container => Assert.Equal("None", (string)container["properties"]!["publicAccess"]!));

    /// <summary>Where the app looks for them; it would make them itself, but not with the rights that it has here.</summary>
    [Fact]
    public void Records_Deployed_HaveTheAppsNames()
    {
        Assert.Single(
            deployment.ResourcesOf(Deployment.Production, "Microsoft.Storage/storageAccounts/tableServices/tables"),
            table => ((string)table["name"]!).EndsWith($"/{Functions.Storage.Azure.AzureTableStore.TableName}", StringComparison.Ordinal));
        Assert.Single(
            deployment.ResourcesOf(Deployment.Production, "Microsoft.Storage/storageAccounts/blobServices/containers"),
            container => ((string)container["name"]!).EndsWith($"/{Functions.Attachments.BlobAttachmentStore.ContainerName}", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Stages))]
    public void Archive_OfExports_IsVersionedAndImmutableAndForgets(string stage)
    {
        JsonNode exports = Assert.Single(
            deployment.ResourcesOf(stage, "Microsoft.Storage/storageAccounts/blobServices/containers"),
            container => ((string)container["name"]!).EndsWith("/exports", StringComparison.Ordinal));
        string account = ((string)exports["name"]!).Split('/')[0];
        JsonNode policy = Assert.Single(deployment.ResourcesOf(stage, "Microsoft.Storage/storageAccounts/blobServices/containers/immutabilityPolicies"));
        JsonNode service = Assert.Single(
            deployment.ResourcesOf(stage, "Microsoft.Storage/storageAccounts/blobServices"), one => (string)one["name"]! == $"{account}/default");
        JsonNode expiry = Assert.Single(deployment.ResourcesOf(stage, "Microsoft.Storage/storageAccounts/managementPolicies"));

        Assert.True((bool)exports["properties"]!["immutableStorageWithVersioning"]!["enabled"]!);
        Assert.True((bool)service["properties"]!["isVersioningEnabled"]!);
        int days = (int)policy["properties"]!["immutabilityPeriodSinceCreationInDays"]!;
        JsonNode actions = expiry["properties"]!["policy"]!["rules"]![0]!["definition"]!["actions"]!;
        Assert.Equal(days + 1, (int)actions["baseBlob"]!["delete"]!["daysAfterCreationGreaterThan"]!);
        Assert.Equal(days + 1, (int)actions["version"]!["delete"]!["daysAfterCreationGreaterThan"]!);
    }
}
