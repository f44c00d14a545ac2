using System.Text.RegularExpressions;
using ComplaintFlow.Functions.Configuration;
using Microsoft.Extensions.Configuration;

namespace ComplaintFlow.Infrastructure;

[Collection(DeploymentGroup.Name)]
public sealed partial class SettingsTests(Deployment deployment)
{
    /// <summary>
    /// Settings of docs/settings.md that the template does not give: what belongs to one machine or comes with the package,
    /// and what a firm may give by <c>moreSettings</c> and <c>moreVaultSettings</c>.
    /// </summary>
    private static readonly string[] LeftOut =
    [
        "ComplaintFlow__DataDirectory", "ComplaintFlow__Procedure", "ComplaintFlow__Directory",
        "ComplaintFlow__Email__Acs__ConnectionString", "ComplaintFlow__Email__Smtp__", "ComplaintFlow__Email__PlusAddressing",
        "ComplaintFlow__Email__Templates", "ComplaintFlow__Intake__Mailboxes__",
        "ComplaintFlow__Telemetry__Otlp", "ComplaintFlow__Telemetry__AzureMonitor",
    ];

    public static TheoryData<string> Stages => [Deployment.Test, Deployment.Production];

    [Theory]
    [MemberData(nameof(Stages))]
    public void Setting_Given_IsDocumented(string stage) =>
        Assert.All(OfTheApp(stage), name => Assert.Contains(Documented, pattern => Matches(pattern, name)));

    [Fact]
    public void Setting_Documented_IsGivenOrLeftOutOnPurpose()
    {
        string[] given = [.. OfTheApp(Deployment.Production), .. OfTheApp(Deployment.Test), "ComplaintFlow__LinkKeys__Previous"];

        Assert.All(
            Documented.Where(pattern => !LeftOut.Any(start => pattern.StartsWith(start, StringComparison.Ordinal))),
            pattern => Assert.Contains(given, name => Matches(pattern, name)));
        Assert.Contains("ComplaintFlow__LinkKeys__Previous", deployment.Template, StringComparison.Ordinal);
    }

    /// <summary>The program itself finds nothing wrong with them, once Azure has put the real values in.</summary>
    [Theory]
    [MemberData(nameof(Stages))]
    public void Settings_OnceResolved_AreTakenByTheApp(string stage) => Assert.Empty(FaultsOf(stage, Resolve));

    [Theory]
    [MemberData(nameof(Stages))]
    public void Settings_WithASecretThatIsNotThere_AreRefused(string stage)
    {
        string[] faults = [.. FaultsOf(stage, (name, value) => value.Contains("@Microsoft.KeyVault(", StringComparison.Ordinal)
            ? "@Microsoft.KeyVault(VaultName=kv-courtier;SecretName=a-secret-that-is-not-there)"
            : Resolve(name, value))];

        Assert.Contains(faults, fault => fault.StartsWith("ComplaintFlow__LinkKeys__Current: the secret of @Microsoft.KeyVault(", StringComparison.Ordinal));
        Assert.Contains(faults, fault => fault.StartsWith("ComplaintFlow__Keys__delivery: the secret of", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Stages))]
    public void HostStorage_Connected_IsByTheAppsIdentity(string stage)
    {
        IReadOnlyDictionary<string, string> settings = deployment.SettingsOf(stage);

        Assert.Equal(
            ["AzureWebJobsStorage__blobServiceUri", "AzureWebJobsStorage__clientId", "AzureWebJobsStorage__credential", "AzureWebJobsStorage__queueServiceUri", "AzureWebJobsStorage__tableServiceUri"],
            settings.Keys.Where(name => name.StartsWith("AzureWebJobsStorage", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        Assert.Equal("managedidentity", settings["AzureWebJobsStorage__credential"]);
        Assert.Equal(settings["AZURE_CLIENT_ID"], settings["AzureWebJobsStorage__clientId"]);
        Assert.Equal("true", settings["AzureWebJobsDisableHomepage"]);
    }

    /// <summary>Flex Consumption refuses a deployment with one of these.</summary>
    [Theory]
    [MemberData(nameof(Stages))]
    public void Settings_OfFlexConsumption_HaveNoneOfTheOldPlans(string stage) =>
        Assert.DoesNotContain(deployment.SettingsOf(stage).Keys, name => name.StartsWith("WEBSITE_", StringComparison.Ordinal) || name.StartsWith("FUNCTIONS_", StringComparison.Ordinal));

    private static string[] Documented => [.. DocumentedName().Matches(Repository.Read("docs/settings.md")).Select(match => match.Groups[1].Value).Distinct()];

    private string[] OfTheApp(string stage) =>
        [.. deployment.SettingsOf(stage).Keys.Where(name => name.StartsWith("ComplaintFlow__", StringComparison.Ordinal))];

    private static bool Matches(string pattern, string name) =>
        pattern == name || (pattern.EndsWith("<name>", StringComparison.Ordinal) && name.StartsWith(pattern[..^6], StringComparison.Ordinal));

    private IEnumerable<string> FaultsOf(string stage, Func<string, string, string> resolve)
    {
        SettingsReader reader = new(new ConfigurationBuilder().AddInMemoryCollection(
            deployment.SettingsOf(stage).Select(setting => KeyValuePair.Create(setting.Key.Replace("__", ":", StringComparison.Ordinal), (string?)resolve(setting.Key, setting.Value)))).Build());
        reader.Read(onAzure: true);
        return reader.Faults;
    }

    private static string Resolve(string name, string value) => value switch
    {
        _ when value.Contains("@Microsoft.KeyVault(", StringComparison.Ordinal) => new string('a', 64),
        _ when !value.StartsWith('[') => value,
        _ when name == "APPLICATIONINSIGHTS_CONNECTION_STRING" => "InstrumentationKey=00000000-0000-0000-0000-000000000001;IngestionEndpoint=https://courtier.example/",
        _ when name == "ComplaintFlow__Storage" => "https://strecscourtier.table.core.windows.net/",
        _ => "https://courtier.example",
    };

    [GeneratedRegex(@"^\| `(ComplaintFlow__[A-Za-z0-9_<>]+)`", RegexOptions.Multiline)]
    private static partial Regex DocumentedName();
}
