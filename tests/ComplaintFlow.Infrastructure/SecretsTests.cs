using System.Text.Json.Nodes;

namespace ComplaintFlow.Infrastructure;

[Collection(DeploymentGroup.Name)]
public sealed class SecretsTests(Deployment deployment)
{
    private const string Reference = "@Microsoft.KeyVault(VaultName=";

    public static TheoryData<string> Stages => [Deployment.Test, Deployment.Production];

    [Theory]
    [MemberData(nameof(Stages))]
    public void Vault_Deployed_IsOpenedByRolesAndKeepsWhatIsDeleted(string stage)
    {
        JsonNode vault = Assert.Single(deployment.ResourcesOf(stage, "Microsoft.KeyVault/vaults"))["properties"]!;

        Assert.True((bool)vault["enableRbacAuthorization"]!);
        Assert.True((bool)vault["enablePurgeProtection"]!);
        Assert.True((bool)vault["enableSoftDelete"]!);
        Assert.Null(vault["accessPolicies"]);
    }

    [Theory]
    [MemberData(nameof(Stages))]
    public void Setting_ThatIsASecret_IsAReferenceToTheVault(string stage)
    {
        IReadOnlyDictionary<string, string> settings = deployment.SettingsOf(stage);

        string[] secrets = [.. settings.Keys.Where(IsSecret)];
        Assert.Contains("ComplaintFlow__LinkKeys__Current", secrets);
        Assert.Contains("ComplaintFlow__Keys__delivery", secrets);
        Assert.All(secrets, name => Assert.Contains(Reference, settings[name], StringComparison.Ordinal));
    }

    [Fact]
    public void Mailbox_Read_SignsInWithTheVaultsSecretOrAsTheApp()
    {
        IReadOnlyDictionary<string, string> settings = deployment.SettingsOf(Deployment.Mailboxes);

        Assert.Contains("mailbox-reclamations", settings["ComplaintFlow__Intake__Mailboxes__reclamations__Password"], StringComparison.Ordinal);
        Assert.Contains("mailbox-bureau", settings["ComplaintFlow__Intake__Mailboxes__bureau__ClientSecret"], StringComparison.Ordinal);
        Assert.Contains("/id-courtier-test-app'", settings["ComplaintFlow__Intake__Mailboxes__siege__ClientId"], StringComparison.Ordinal);
        Assert.EndsWith(".clientId)]", settings["ComplaintFlow__Intake__Mailboxes__siege__ClientId"], StringComparison.Ordinal);
        Assert.DoesNotContain(settings.Keys, name => name.Contains("siege__Password", StringComparison.Ordinal) || name.Contains("siege__ClientSecret", StringComparison.Ordinal));
        Assert.All(settings.Keys.Where(IsSecret), name => Assert.Contains(Reference, settings[name], StringComparison.Ordinal));
    }

    /// <summary>With it telemetry could be written by anybody, were the identity not asked for.</summary>
    [Theory]
    [MemberData(nameof(Stages))]
    public void Telemetry_Deployed_IsTakenFromIdentitiesOnly(string stage)
    {
        Assert.True((bool)Assert.Single(deployment.ResourcesOf(stage, "Microsoft.Insights/components"))["properties"]!["DisableLocalAuth"]!);
        Assert.True((bool)Assert.Single(deployment.ResourcesOf(stage, "Microsoft.OperationalInsights/workspaces"))["properties"]!["features"]!["disableLocalAuth"]!);
        Assert.True((bool)Assert.Single(deployment.ResourcesOf(stage, "Microsoft.Communication/communicationServices"))["properties"]!["disableLocalAuth"]!);
    }

    [Fact]
    public void Template_Compiled_ListsNoKeyAndTellsNoSecret()
    {
        foreach (string function in (string[])["listKeys(", "listAccountSas(", "listServiceSas(", "AccountKey=", "accesskey="])
        {
            Assert.DoesNotContain(function, deployment.Template, StringComparison.OrdinalIgnoreCase);
        }
    }

    private static bool IsSecret(string name) =>
        name.StartsWith("ComplaintFlow__Keys__", StringComparison.Ordinal)
        || name.StartsWith("ComplaintFlow__LinkKeys__", StringComparison.Ordinal)
        || (name.StartsWith("ComplaintFlow__", StringComparison.Ordinal)
            && (name.EndsWith("Password", StringComparison.Ordinal) || name.EndsWith("Secret", StringComparison.Ordinal) || name.EndsWith("ConnectionString", StringComparison.Ordinal)));
}
