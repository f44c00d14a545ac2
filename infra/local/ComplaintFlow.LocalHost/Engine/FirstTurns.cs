using DurableTask.Core.Exceptions;
using Microsoft.DurableTask.Client;

namespace ComplaintFlow.LocalHost.Engine;

/// <summary>
/// Starts an instance together with its first turn: one change in place of two. Nobody knows the instance before that
/// change is on disk, so no other turn of it can be under way.
/// </summary>
internal sealed class FirstTurns(TurnRunner runner, EngineReader reader, TurnStore store)
{
    /// <exception cref="OrchestrationAlreadyExistsException">One with this id has not ended.</exception>
    public async Task StartAsync(NewInstance start)
    {
        // What would be refused is not run: it may log.
        if (reader.Read(session => Instances.Find(session, start.Id)) is { HasEnded: false })
        {
            throw Instances.Exists(start.Id);
        }

        InstanceRow run = new(
            0, start.Id, start.Name, start.Execution, OrchestrationRuntimeStatus.Pending, false, true, start.Input, null, null, 0, -1, 0);
        TurnInput input = new(run, 0, [], [], null);
        await store.StartAsync(start, input, await runner.RunAsync(input));
    }
}
