using Microsoft.DurableTask.Client;

namespace ComplaintFlow.LocalHost.Engine;

/// <summary>An instance as a turn needs it.</summary>
/// <param name="Number">The number under which the file knows it; another one after a restart under the same id.</param>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its orchestrator.</param>
/// <param name="Execution">The run: another one after a restart or a continue-as-new.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="IsSuspended">Whether it is held.</param>
/// <param name="IsReady">Whether the run waits for its first turn.</param>
/// <param name="Input">The input of the run.</param>
/// <param name="ParentId">The instance that called it.</param>
/// <param name="ParentName">The orchestrator of that.</param>
/// <param name="ParentExecution">The run that called it.</param>
/// <param name="ParentTask">The step that called it.</param>
/// <param name="Created">Ticks of the instant in UTC at which the run began: no turn of it is before that, wherever the clock was set.</param>
internal sealed record InstanceRow(
    long Number,
    string Id,
    string Name,
    long Execution,
    OrchestrationRuntimeStatus Status,
    bool IsSuspended,
    bool IsReady,
    string? Input,
    string? ParentId,
    string? ParentName,
    long ParentExecution,
    int ParentTask,
    long Created)
{
    public bool HasEnded => HasEndedAs(Status);

    public static bool HasEndedAs(OrchestrationRuntimeStatus status) => status is OrchestrationRuntimeStatus.Completed
        or OrchestrationRuntimeStatus.Failed or OrchestrationRuntimeStatus.Terminated or OrchestrationRuntimeStatus.Canceled;
}
