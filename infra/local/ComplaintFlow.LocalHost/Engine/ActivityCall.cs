using Microsoft.DurableTask;

namespace ComplaintFlow.LocalHost.Engine;

/// <summary>An activity to carry out.</summary>
/// <param name="instance">The number of the instance that called it.</param>
/// <param name="instanceId">Its id.</param>
/// <param name="execution">The run that called it.</param>
/// <param name="task">The step that called it.</param>
/// <param name="name">The activity.</param>
/// <param name="input">Its input, as JSON.</param>
internal sealed class ActivityCall(long instance, string instanceId, long execution, int task, string name, string? input) : TaskActivityContext
{
    public long Instance => instance;

    public long Execution => execution;

    public int Task => task;

    public string? Input => input;

    public override TaskName Name => name;

    public override string InstanceId => instanceId;
}
