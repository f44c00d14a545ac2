using Microsoft.Azure.Functions.Worker;

namespace ComplaintFlow.LocalHost.Tests.Functions;

/// <summary>Recurring functions.</summary>
public sealed class Timers(Journal journal, TimeProvider time)
{
    [Function(nameof(EverySixAm))]
    public async Task EverySixAm([TimerTrigger("%Tests__Schedule%")] TimerInfo timer)
    {
        await Task.Yield();
        journal.Add($"six {time.GetUtcNow():yyyy-MM-dd HH:mm} next {timer.ScheduleStatus!.Next:yyyy-MM-dd HH:mm}");
        throw new InvalidOperationException("never fatal");
    }

    [Function(nameof(AtStart))]
    public void AtStart([TimerTrigger("0 0 1 1 *", RunOnStartup = true)] TimerInfo timer) => journal.Add("at start");
}
