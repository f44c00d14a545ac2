using System.Globalization;
using ComplaintFlow.Crash.Victim;

namespace ComplaintFlow.Crash.Campaign;

/// <summary>One execution of an activity, as it wrote itself down.</summary>
/// <param name="Activity">Its name.</param>
/// <param name="Token">Its own token.</param>
/// <param name="At">When, in ticks.</param>
/// <param name="NotBefore">The due instant of the timer before it, in ticks.</param>
/// <param name="Count">How many tokens its orchestration had.</param>
/// <param name="Last">The last of them; empty when none.</param>
internal sealed record Execution(string Activity, string Token, long At, long NotBefore, int Count, string Last)
{
    /// <summary>All of a directory, by orchestration.</summary>
    public static ILookup<string, Execution> Read(string directory) => File.ReadLines(Path.Combine(directory, RunLog.FileName))
        .Select(line => line.Split('\t'))
        .ToLookup(
            parts => parts[0],
            parts => new Execution(
                parts[1], parts[2], long.Parse(parts[3], CultureInfo.InvariantCulture), long.Parse(parts[4], CultureInfo.InvariantCulture), int.Parse(parts[5], CultureInfo.InvariantCulture), parts[6]));
}
