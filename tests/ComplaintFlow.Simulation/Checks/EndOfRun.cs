using ComplaintFlow.Simulation.World;
using Microsoft.DurableTask.Client;

namespace ComplaintFlow.Simulation.Checks;

/// <summary>Everything that must hold once all is over.</summary>
internal static class EndOfRun
{
    public static async Task<IReadOnlyList<string>> FindAsync(SimulatedWorld world)
    {
        List<string> found = [];
        await foreach (OrchestrationMetadata instance in world.Engine.GetAllInstancesAsync(new OrchestrationQuery()))
        {
            if (instance.RuntimeStatus != OrchestrationRuntimeStatus.Completed)
            {
                found.Add($"{instance.InstanceId}: its orchestration is {instance.RuntimeStatus} at the end");
            }
        }

        return found;
    }
}
