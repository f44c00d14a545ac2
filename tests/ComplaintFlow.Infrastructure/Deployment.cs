using System.Text.Json.Nodes;

namespace ComplaintFlow.Infrastructure;

/// <summary>
/// What a deployment would make, as the compiler foresees it for each of the parameter files, in a subscription and a
/// group with made-up ids. Compiled once for all tests, in a copy of the folder.
/// </summary>
public sealed class Deployment : IAsyncLifetime
{
    public const string Test = "test";
    public const string Production = "production";

    /// <summary>The test stage with a mailbox of each way to sign in.</summary>
    public const string Mailboxes = "mailboxes";

    private readonly string _folder = Repository.CopyOf("infra/azure");
    private readonly Dictionary<string, string> _snapshots = [];

    /// <summary>The template that main.bicep compiles to.</summary>
    public string Template { get; private set; } = "";

    public string SnapshotOf(string stage) => _snapshots[stage];

    /// <summary>The resources of a stage, of one type or all.</summary>
    public IReadOnlyList<JsonNode> ResourcesOf(string stage, string? type = null) =>
        [.. JsonNode.Parse(_snapshots[stage])!["predictedResources"]!.AsArray().OfType<JsonNode>()
            .Where(resource => type is null || resource["type"]!.GetValue<string>() == type)];

    /// <summary>The application settings of a stage.</summary>
    public IReadOnlyDictionary<string, string> SettingsOf(string stage) =>
        ResourcesOf(stage, "Microsoft.Web/sites/config").Single()["properties"]!.AsObject()
            .ToDictionary(setting => setting.Key, setting => setting.Value!.GetValue<string>());

    public async Task InitializeAsync()
    {
        Template = Succeeded(await BicepCompiler.RunAsync(_folder, "build", "main.bicep", "--stdout"));
        await File.WriteAllTextAsync(
            Path.Combine(_folder, $"main.{Mailboxes}.bicepparam"),
            Repository.Read($"infra/azure/main.{Test}.bicepparam") + """

            param mailboxes = [
              { name: 'reclamations', host: 'imap.courtier.example', user: 'reclamations@courtier.example', signIn: 'password' }
              { name: 'bureau', host: 'outlook.office365.com', user: 'bureau@courtier.example', signIn: 'client-secret', tenant: 't', clientId: 'c' }
              { name: 'siege', host: 'outlook.office365.com', user: 'siege@courtier.example', signIn: 'identity' }
            ]

            """);
        foreach (string stage in (string[])[Test, Production, Mailboxes])
        {
            Succeeded(await BicepCompiler.RunAsync(
                _folder, "snapshot", $"main.{stage}.bicepparam", "--mode", "overwrite", "--resource-group", "rg-complaints",
                "--subscription-id", "00000000-0000-0000-0000-000000000001", "--tenant-id", "00000000-0000-0000-0000-000000000002",
                "--location", "francecentral", "--deployment-name", "main"));
            _snapshots[stage] = await File.ReadAllTextAsync(Path.Combine(_folder, $"main.{stage}.snapshot.json"));
        }
    }

    public Task DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return Task.CompletedTask;
    }

    private static string Succeeded((int ExitCode, string Output, string Complaints) run) =>
        run.ExitCode == 0 ? run.Output : throw new InvalidOperationException(run.Complaints);
}
