using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>Starts the function at the instants of a schedule.</summary>
/// <param name="schedule">
/// An NCRONTAB expression of five fields, or six with seconds first, read in UTC; or <c>%Name%</c> of a setting that holds one.
/// </param>
public sealed class TimerTriggerAttribute(string schedule) : TriggerBindingAttribute
{
    /// <summary>The expression as written.</summary>
    public string Schedule { get; } = schedule;

    /// <summary>Whether missed occurrences are watched for on Azure; here the clock itself never misses one.</summary>
    public bool UseMonitor { get; set; } = true;

    /// <summary>Whether the function also runs once when the host has started.</summary>
    public bool RunOnStartup { get; set; }
}
