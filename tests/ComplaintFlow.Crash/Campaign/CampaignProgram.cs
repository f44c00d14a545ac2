using System.Globalization;
using System.Security.Cryptography;
using ComplaintFlow.Crash.Intake;

namespace ComplaintFlow.Crash.Campaign;

/// <summary>The campaign as a command: <c>--kills N</c>, <c>--seed N</c>, and <c>--app</c> to kill the application instead of the engine alone, <c>--mails</c> while it takes mails in.</summary>
internal static class CampaignProgram
{
    private const int DefaultKills = 200;
    private const int Failed = 1;

    public static async Task<int> RunAsync(string[] arguments)
    {
        int kills = Number(arguments, "--kills") ?? DefaultKills;
        int seed = Number(arguments, "--seed") ?? RandomNumberGenerator.GetInt32(int.MaxValue);
        string directory = Directory.CreateTempSubdirectory("complaintflow-crash-").FullName;
        Console.WriteLine($"{kills} kills, seed {seed}, directory {directory}");
        Outcome outcome = arguments.Contains("--app")
            ? await new AppCampaign(directory, seed, Console.WriteLine).RunAsync(kills)
            : arguments.Contains("--mails") ? await new IntakeCampaign(directory, seed, Console.WriteLine).RunAsync(kills)
            : await new EngineCampaign(directory, seed, Console.WriteLine).RunAsync(kills);
        Console.WriteLine(outcome.Summary);
        foreach (string fault in outcome.Faults)
        {
            Console.WriteLine($"FAULT {fault}");
        }

        if (outcome.Faults.Count > 0)
        {
            Console.WriteLine($"{outcome.Faults.Count} faults. Seed {seed}; everything is left in {directory}");
            return Failed;
        }

        Directory.Delete(directory, recursive: true);
        return 0;
    }

    private static int? Number(string[] arguments, string name) =>
        Array.IndexOf(arguments, name) is >= 0 and int at ? int.Parse(arguments[at + 1], CultureInfo.InvariantCulture) : null;
}
