namespace ComplaintFlow.Infrastructure;

/// <summary>A change to what would be deployed is seen in the review of the change. <c>WRITE_GOLDEN=1</c> writes the files anew.</summary>
[Collection(DeploymentGroup.Name)]
public sealed class GoldenTests(Deployment deployment)
{
    [Fact]
    public Task Template_Compiled_IsThePinnedOne() => CompareAsync("main.json", deployment.Template);

    [Theory]
    [InlineData(Deployment.Test)]
    [InlineData(Deployment.Production)]
    public Task Deployment_Foreseen_IsThePinnedOne(string stage) =>
        CompareAsync($"main.{stage}.snapshot.json", deployment.SnapshotOf(stage));

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
