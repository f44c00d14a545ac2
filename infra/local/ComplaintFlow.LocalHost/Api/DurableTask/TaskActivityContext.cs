namespace Microsoft.DurableTask;

/// <summary>What an activity may know of its call.</summary>
public abstract class TaskActivityContext
{
    /// <summary>The activity.</summary>
    public abstract TaskName Name { get; }

    /// <summary>The orchestration that called it.</summary>
    public abstract string InstanceId { get; }
}
