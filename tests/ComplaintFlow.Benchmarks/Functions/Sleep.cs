using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace ComplaintFlow.Benchmarks.Functions;

/// <summary>A complaint that rests: looked at once, then asleep until an instant or a nudge.</summary>
public static class Sleep
{
    [Function(nameof(Sleep))]
    public static async Task Run([OrchestrationTrigger] TaskOrchestrationContext context, DateTime until)
    {
        Task nudge = context.WaitForExternalEvent<object?>(Life.Nudge);
        await context.CallActivityAsync<Look>(nameof(Life.TakeLook), context.InstanceId);
        using CancellationTokenSource timer = new();
        await Task.WhenAny(context.CreateTimer(until, timer.Token), nudge);
        timer.Cancel();
        await context.CallActivityAsync(nameof(Awake), context.InstanceId);
    }

    [Function(nameof(Awake))]
    public static void Awake([ActivityTrigger] string reference) => Alarm.Ring(reference);
}
