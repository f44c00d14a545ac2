using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace ComplaintFlow.LocalHost.Tests.Functions;

/// <summary>Orchestrators that several tests start.</summary>
public static class Orchestrators
{
    [Function(nameof(Sequence))]
    public static async Task<string> Sequence([OrchestrationTrigger] TaskOrchestrationContext context, string input)
    {
        string first = await context.CallActivityAsync<string>(nameof(Activities.Note), input + "1");
        string second = await context.CallActivityAsync<string>(nameof(Activities.Note), input + "2");
        return first + second;
    }

    [Function(nameof(Sleeper))]
    public static async Task Sleeper([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        foreach (int days in new[] { 1, 9, 60 })
        {
            await context.CreateTimer(TimeSpan.FromDays(days), CancellationToken.None);
            await context.CallActivityAsync(nameof(Activities.NoteNow), $"after {days}");
        }
    }

    [Function(nameof(ShortNap))]
    public static async Task<DateTime> ShortNap([OrchestrationTrigger] TaskOrchestrationContext context, int milliseconds)
    {
        await context.CreateTimer(TimeSpan.FromMilliseconds(milliseconds), CancellationToken.None);
        return context.CurrentUtcDateTime;
    }

    [Function(nameof(Listener))]
    public static async Task<string> Listener([OrchestrationTrigger] TaskOrchestrationContext context, int count)
    {
        string heard = string.Empty;
        for (int number = 0; number < count; number++)
        {
            heard += await context.WaitForExternalEvent<string>("word");
        }

        return heard;
    }

    [Function(nameof(SleepInActivity))]
    public static async Task SleepInActivity([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        await context.CallActivityAsync(nameof(Activities.Sleep), 5);
        await context.CallActivityAsync(nameof(Activities.Sleep), 10);
    }

    [Function(nameof(Parallel))]
    public static async Task<int> Parallel([OrchestrationTrigger] TaskOrchestrationContext context, int count)
    {
        int[] results = await Task.WhenAll(Enumerable.Range(0, count).Select(_ =>
            context.CallActivityAsync<int>(nameof(Activities.WaitForGate), "parallel")));
        return results.Length;
    }

    [Function(nameof(Holder))]
    public static Task Holder([OrchestrationTrigger] TaskOrchestrationContext context, string input) =>
        context.CallActivityAsync(nameof(Activities.WaitForever), input);
}
