using ComplaintFlow.Crash.Campaign;
using ComplaintFlow.Crash.Intake;
using Xunit.Abstractions;

namespace ComplaintFlow.Crash;

/// <summary>The program killed at every step of taking mails in; <c>--mails</c> does it as often as wanted.</summary>
public sealed class IntakeCrashTests(ITestOutputHelper output)
{
    private const int Kills = 4;
    private const int Seed = 20_260_302;

    [Fact]
    public async Task App_KilledAtEachStepOfTheIntakeOfMails_MakesOneComplaintOfEach()
    {
        string directory = Directory.CreateTempSubdirectory("complaintflow-crash-").FullName;
        Outcome outcome = await new IntakeCampaign(directory, Seed, output.WriteLine).RunAsync(Kills);
        output.WriteLine(outcome.Summary);
        Assert.True(outcome.Faults.Count == 0, $"seed {Seed}, {directory} is left as it was:\n{string.Join('\n', outcome.Faults)}");
        Directory.Delete(directory, recursive: true);
    }
}
