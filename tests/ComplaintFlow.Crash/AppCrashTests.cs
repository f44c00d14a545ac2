using ComplaintFlow.Crash.Campaign;
using Xunit.Abstractions;

namespace ComplaintFlow.Crash;

/// <summary>The application killed a few times; <c>--app</c> does it as often as wanted.</summary>
public sealed class AppCrashTests(ITestOutputHelper output)
{
    private const int Kills = 5;
    private const int Seed = 20_260_302;

    [Fact]
    public async Task App_KilledUnderComplaints_KeepsEachOnceAndTellsEachClientOnce()
    {
        string directory = Directory.CreateTempSubdirectory("complaintflow-crash-").FullName;
        Outcome outcome = await new AppCampaign(directory, Seed, output.WriteLine).RunAsync(Kills);
        output.WriteLine(outcome.Summary);
        Assert.True(outcome.Faults.Count == 0, $"seed {Seed}, {directory} is left as it was:\n{string.Join('\n', outcome.Faults)}");
        Directory.Delete(directory, recursive: true);
    }
}
