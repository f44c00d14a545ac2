using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace ComplaintFlow.Simulation.Faults;

/// <summary>The way to the engine: starts and events that fail, are lost in silence, or come twice.</summary>
internal sealed class FaultyClient(DurableTaskClient inner, FaultSource faults) : DurableTaskClient(inner.Name)
{
    public override async Task<string> ScheduleNewOrchestrationInstanceAsync(
        TaskName orchestratorName, object? input = null, StartOrchestrationOptions? options = null, CancellationToken cancellation = default)
    {
        await BeforeAsync("start");
        string id = await inner.ScheduleNewOrchestrationInstanceAsync(orchestratorName, input, options, cancellation);
        await faults.StepAsync("started");
        return id;
    }

    public override async Task RaiseEventAsync(
        string instanceId, string eventName, object? eventPayload = null, CancellationToken cancellation = default)
    {
        await BeforeAsync("event");
        if (faults.Strikes(faults.Weather.NudgeIsLost, $"event {instanceId} lost"))
        {
            return;
        }

        await inner.RaiseEventAsync(instanceId, eventName, eventPayload, cancellation);
        if (faults.Strikes(faults.Weather.NudgeComesTwice, $"event {instanceId} twice"))
        {
            await faults.StepAsync("event");
            await inner.RaiseEventAsync(instanceId, eventName, eventPayload, cancellation);
        }
    }

    public override Task<OrchestrationMetadata?> GetInstancesAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) =>
        inner.GetInstancesAsync(instanceId, getInputsAndOutputs, cancellation);

    public override AsyncPageable<OrchestrationMetadata> GetAllInstancesAsync(OrchestrationQuery? filter = null) => inner.GetAllInstancesAsync(filter);

    public override Task<OrchestrationMetadata> WaitForInstanceStartAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) =>
        inner.WaitForInstanceStartAsync(instanceId, getInputsAndOutputs, cancellation);

    public override Task<OrchestrationMetadata> WaitForInstanceCompletionAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) =>
        inner.WaitForInstanceCompletionAsync(instanceId, getInputsAndOutputs, cancellation);

    public override Task TerminateInstanceAsync(string instanceId, TerminateInstanceOptions? options = null, CancellationToken cancellation = default) =>
        inner.TerminateInstanceAsync(instanceId, options, cancellation);

    public override Task SuspendInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellation = default) =>
        inner.SuspendInstanceAsync(instanceId, reason, cancellation);

    public override Task ResumeInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellation = default) =>
        inner.ResumeInstanceAsync(instanceId, reason, cancellation);

    public override Task<PurgeResult> PurgeInstanceAsync(
        string instanceId, PurgeInstanceOptions? options = null, CancellationToken cancellation = default) =>
        inner.PurgeInstanceAsync(instanceId, options, cancellation);

    public override Task<PurgeResult> PurgeAllInstancesAsync(
        PurgeInstancesFilter filter, PurgeInstanceOptions? options = null, CancellationToken cancellation = default) =>
        inner.PurgeAllInstancesAsync(filter, options, cancellation);

    public override ValueTask DisposeAsync() => default;

    private async Task BeforeAsync(string what)
    {
        await faults.StepAsync(what);
        if (faults.Strikes(faults.Weather.NudgeFails, $"{what} fails"))
        {
            throw new IOException("The engine does not answer.");
        }
    }
}
