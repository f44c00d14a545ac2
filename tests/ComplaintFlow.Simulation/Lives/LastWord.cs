using System.Text.Json.Nodes;
using ComplaintFlow.Functions.Storage;
using ComplaintFlow.Simulation.World;

namespace ComplaintFlow.Simulation.Lives;

/// <summary>Closes what nobody else closes: complaints whose sender never learned that they had been opened.</summary>
internal sealed class LastWord(SimulatedWorld world)
{
    public async Task SayAsync()
    {
        foreach (string reference in world.Store.Partitions.Where(partition => partition.StartsWith('R')).ToArray())
        {
            if (world.Store.Rows(reference).First(row => row.Row == "head") is { } head && head.Text("status") == "closed")
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
