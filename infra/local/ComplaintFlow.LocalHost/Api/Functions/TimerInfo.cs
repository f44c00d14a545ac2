namespace Microsoft.Azure.Functions.Worker;

/// <summary>What a timer-triggered function is told about its schedule.</summary>
public class TimerInfo
{
    /// <summary>The last and the next occurrence.</summary>
    public ScheduleStatus? ScheduleStatus { get; set; }

    /// <summary>Whether the function runs later than its occurrence.</summary>
    public bool IsPastDue { get; set; }
}
