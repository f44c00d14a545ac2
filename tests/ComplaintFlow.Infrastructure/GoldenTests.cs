using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ComplaintFlow.Infrastructure;

/// <summary>A change to what would be deployed is seen in the review of the change. <c>WRITE_GOLDEN=1</c> writes the files anew.</summary>
[Collection(DeploymentGroup.Name)]
public sealed class GoldenTests(Deployment deployment)
{
    private static readonly JsonSerializerOptions Written = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Fact]
    public Task Template_Compiled_IsThePinnedOne() => CompareAsync("main.json", deployment.Template);

    [Theory]
    [InlineData(Deployment.Test)]
    [InlineData(Deployment.Production)]
    public Task Deployment_Foreseen_IsThePinnedOne(string stage) =>
        CompareAsync($"main.{stage}.snapshot.json", InOrder(deployment.SnapshotOf(stage)));

    /// <summary>The compiler writes the outputs in another order each time.</summary>
    private static string InOrder(string snapshot)
    {
        JsonNode root = JsonNode.Parse(snapshot)!;
        root["outputs"] = new JsonObject(root["outputs"]!.AsObject()
            .OrderBy(output => output.Key, StringComparer.Ordinal)
            .Select(output => KeyValuePair.Create(output.Key, output.Value?.DeepClone())));
        return root.ToJsonString(Written);
    }

    private static async Task CompareAsync(string name, string actual)
    {
        string path = Repository.PathOf($"tests/ComplaintFlow.Infrastructure/Golden/{name}");
        actual = actual.ReplaceLineEndings("\n").TrimEnd('\n') + "\n";
        if (Environment.GetEnvironmentVariable("WRITE_GOLDEN") == "1")
        {
            await File.WriteAllTextAsync(path, actual);
        }

        Assert.Equal(await File.ReadAllTextAsync(path), actual);
    }
}
