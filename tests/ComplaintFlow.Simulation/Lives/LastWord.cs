using System.Text.Json.Nodes;
using ComplaintFlow.Functions.Storage;
using ComplaintFlow.Simulation.World;

namespace ComplaintFlow.Simulation.Lives;

/// <summary>Closes what nobody else closes: complaints whose sender never learned that they had been opened.</summary>
internal sealed class LastWord(SimulatedWorld world)
{
    private static readonly TimeSpan Often = TimeSpan.FromDays(20);

    /// <summary>Now and then, until all others have had theirs.</summary>
    public async Task SayOftenAsync(Task others)
    {
        while (true)
        {
            await world.UntilAsync(world.Now + Often);
            if (others.IsCompleted)
            {
                return;
            }

            await SayAsync();
        }
    }

    public async Task SayAsync()
    {
        HashSet<string> known = [.. world.Ledger.Openings.SelectMany(opening => opening.References)];
        foreach (string reference in world.Store.Partitions.Where(partition => partition.StartsWith('R') && !known.Contains(partition)).ToArray())
        {
            if (world.Store.Rows(reference).FirstOrDefault(row => row.Row == "head") is not { } head || head.Text("status") == "closed")
            {
                continue;
            }

            Answer answer = await world.SendAsync(new Call(
                "POST",
                $"/api/complaints/{reference}/actions/requalify",
                "application/json",
                new JsonObject { ["reason"] = "Personne ne la suit." }.ToJsonString(),
                ("x-functions-key", SimulatedHost.Key),
                ("x-staff-email", RulesOfRun.Manager)));
            world.Ledger.Deeds.Add(new Deed(reference, RulesOfRun.Manager, "requalify", Deeds.OutcomeOf(answer)));
        }
    }
}
