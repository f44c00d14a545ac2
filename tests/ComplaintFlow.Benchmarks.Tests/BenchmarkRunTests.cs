using System.Text.Json;

namespace ComplaintFlow.Benchmarks.Tests;

/// <summary>The benchmark runs to its end at a tiny size; how fast it is says nothing here.</summary>
public sealed class BenchmarkRunTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("benchmarks-").FullName;

    [Fact]
    public async Task Run_OfEverything_WritesEveryFigureOfEveryRun()
    {
        string file = Path.Combine(_directory, "figures.json");
        Assert.Equal(0, await BenchmarkRun.RunAsync(["--scale", "0.001", "--runs", "2", "--json", file, "--directory", Path.Combine(_directory, "work")]));
        using JsonDocument written = JsonDocument.Parse(await File.ReadAllTextAsync(file));
        JsonElement[] targets = [.. written.RootElement.GetProperty("figures").EnumerateArray().Where(figure => figure.GetProperty("target").ValueKind == JsonValueKind.Object)];
        Assert.Equal(15, targets.Length);
        Assert.All(targets, figure => Assert.All(figure.GetProperty("runs").EnumerateArray(), run => Assert.True(double.IsFinite(run.GetDouble()))));
        Assert.NotEmpty(written.RootElement.GetProperty("machine").GetProperty("processor").GetString()!);
    }

    [Theory]
    [InlineData("--only", "dreams")]
    [InlineData("--quickly", "yes")]
    [InlineData("--runs", "many")]
    [InlineData("--runs")]
    public async Task Run_WithAnOptionThatCannotBeRead_SaysSo(params string[] args) => Assert.Equal(2, await BenchmarkRun.RunAsync(args));

    public void Dispose() => Directory.Delete(_directory, recursive: true);
}
