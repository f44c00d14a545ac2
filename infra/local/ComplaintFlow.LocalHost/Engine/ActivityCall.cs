using Microsoft.DurableTask;

namespace ComplaintFlow.LocalHost.Engine;

/// <summary>An activity to carry out.</summary>
/// <param name="seq">Its row.</param>
/// <param name="instanceId">The instance that called it.</param>
/// <param name="execution">The run that called it.</param>
/// <param name="task">The step that called it.</param>
/// <param name="name">The activity.</param>
/// <param name="input">Its input, as JSON.</param>
internal sealed class ActivityCall(long seq, string instanceId, long execution, int task, string name, string? input) : TaskActivityContext
{
    public long Seq => seq;

    public long Execution => execution;

    public int Task => task;

    public string? Input => input;

    public override TaskName Name => name;

    public override string InstanceId => instanceId;
}
