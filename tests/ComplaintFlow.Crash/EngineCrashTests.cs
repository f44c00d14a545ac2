using ComplaintFlow.Crash.Campaign;
using Xunit.Abstractions;

namespace ComplaintFlow.Crash;

/// <summary>The short form of the campaign; the long one is a command (CONTRIBUTING.md).</summary>
public sealed class EngineCrashTests(ITestOutputHelper output)
{
    private const int Kills = 20;
    private const int Seed = 20_260_302;

    [Fact]
    public async Task Engine_KilledTwentyTimesUnderLoad_LosesAndDoublesNothing()
    {
        string directory = Directory.CreateTempSubdirectory("complaintflow-crash-").FullName;
        Outcome outcome = await new EngineCampaign(directory, Seed, output.WriteLine).RunAsync(Kills);
        output.WriteLine(outcome.Summary);
        Assert.True(outcome.Faults.Count == 0, $"seed {Seed}, {directory} is left as it was:\n{string.Join('\n', outcome.Faults)}");
        Directory.Delete(directory, recursive: true);
    }
}
