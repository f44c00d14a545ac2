using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.Extensions.Logging;

namespace ComplaintFlow.LocalHost.Tests.Functions;

/// <summary>Orchestrators of all sorts.</summary>
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

    [Function(nameof(Impatient))]
    public static async Task<string> Impatient([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        try
        {
            return await context.WaitForExternalEvent<string>("word", TimeSpan.FromHours(1));
        }
        catch (TaskCanceledException)
        {
            return "timeout";
        }
    }

    [Function(nameof(Forgetful))]
    public static async Task<string> Forgetful([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        using CancellationTokenSource stop = new();
        Task<string> first = context.WaitForExternalEvent<string>("word", stop.Token);
        stop.Cancel();
        string cancelled = await context.WaitForExternalEvent<string>("word");
        return $"{first.Status} {cancelled}";
    }

    [Function(nameof(Swallowing))]
    public static async Task<string> Swallowing([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        using CancellationTokenSource stop = new();
        Task<string> cancelled = context.WaitForExternalEvent<string>("word", stop.Token);
        stop.Cancel();
        await context.CreateTimer(TimeSpan.FromHours(1), CancellationToken.None);
        return cancelled.IsCanceled ? await context.WaitForExternalEvent<string>("word") : "not cancelled";
    }

    [Function(nameof(Dropping))]
    public static async Task<string> Dropping([OrchestrationTrigger] TaskOrchestrationContext context, int run)
    {
        if (run > 0)
        {
            return await context.WaitForExternalEvent<string>("word");
        }

        await context.WaitForExternalEvent<object>("go");
        context.ContinueAsNew(1, preserveUnprocessedEvents: false);
        return string.Empty;
    }

    [Function(nameof(TwoWaiters))]
    public static async Task<string> TwoWaiters([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        Task<string> older = context.WaitForExternalEvent<string>("word");
        Task<string> younger = context.WaitForExternalEvent<string>("WORD");
        await Task.WhenAll(older, younger);
        return $"{await older} {await younger}";
    }

    [Function(nameof(Retrying))]
    public static Task Retrying([OrchestrationTrigger] TaskOrchestrationContext context, string input) =>
        context.CallActivityAsync(nameof(Activities.Fail), input, TaskOptions.FromRetryPolicy(
            new RetryPolicy(4, TimeSpan.FromMinutes(1), 2, TimeSpan.FromMinutes(3))));

    [Function(nameof(RetryingByHandler))]
    public static async Task<string> RetryingByHandler([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        try
        {
            await context.CallActivityAsync(nameof(Activities.Fail), "handled", TaskOptions.FromRetryHandler(async retry =>
            {
                await retry.OrchestrationContext.CreateTimer(TimeSpan.FromHours(1), CancellationToken.None);
                return retry.LastAttemptNumber < 3;
            }));
            return "done";
        }
        catch (TaskFailedException exception)
        {
            return $"{exception.TaskName}|{exception.FailureDetails.ErrorType}|{exception.FailureDetails.ErrorMessage}";
        }
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

    [Function(nameof(Counter))]
    public static async Task<int> Counter([OrchestrationTrigger] TaskOrchestrationContext context, int count)
    {
        context.SetCustomStatus(count);
        count += await context.WaitForExternalEvent<int>("add");
        if (count < 10)
        {
            context.ContinueAsNew(count);
        }

        return count;
    }

    [Function(nameof(Parent))]
    public static async Task<string> Parent([OrchestrationTrigger] TaskOrchestrationContext context, string input)
    {
        string child = await context.CallSubOrchestratorAsync<string>(nameof(Sequence), input, new SubOrchestrationOptions(instanceId: context.InstanceId + "-child"));
        try
        {
            await context.CallSubOrchestratorAsync(nameof(Thrower));
            return child;
        }
        catch (TaskFailedException exception)
        {
            return $"{child} {exception.FailureDetails.ErrorMessage}";
        }
    }

    [Function(nameof(Keeper))]
    public static Task Keeper([OrchestrationTrigger] TaskOrchestrationContext context) =>
        context.CallSubOrchestratorAsync(nameof(Listener), 1, new SubOrchestrationOptions(instanceId: context.InstanceId + "-kept"));

    [Function(nameof(Thrower))]
    public static Task Thrower([OrchestrationTrigger] TaskOrchestrationContext context) => throw new InvalidOperationException("thrown");

    [Function(nameof(Sender))]
    public static Task Sender([OrchestrationTrigger] TaskOrchestrationContext context, string target)
    {
        context.SendEvent(target, "word", "sent");
        return Task.CompletedTask;
    }

    [Function(nameof(Foreign))]
    public static async Task Foreign([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        using SemaphoreSlim never = new(0);
        await never.WaitAsync();
    }

    [Function(nameof(ForeignBesideTimer))]
    public static async Task ForeignBesideTimer([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        Task timer = context.CreateTimer(TimeSpan.FromDays(1), CancellationToken.None);
        using SemaphoreSlim never = new(0);
        await never.WaitAsync();
        await timer;
    }

    [Function(nameof(Deterministic))]
    public static async Task<string> Deterministic([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        ILogger logger = context.CreateReplaySafeLogger(nameof(Deterministic));
        string before = $"{context.NewGuid()} {context.NewGuid()} {context.CurrentUtcDateTime:O}";
        logger.LogWarning("before {Step}", 1);
        await context.CreateTimer(TimeSpan.FromHours(1), CancellationToken.None);
        bool isReplaying = context.IsReplaying;
        logger.LogWarning("after {Step}", 2);
        await context.CallActivityAsync(nameof(Activities.Note), before);
        return $"{before}|{isReplaying}|{context.CurrentUtcDateTime:O}";
    }

    [Function(nameof(Changing))]
    public static async Task Changing([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        if (Changed)
        {
            await context.CreateTimer(TimeSpan.FromHours(1), CancellationToken.None);
        }
        else
        {
            await context.CallActivityAsync(nameof(Activities.Note), "original");
        }

        await context.WaitForExternalEvent<string>("word");
    }

    /// <summary>Stands for a deployment that changes the code of an orchestrator.</summary>
    public static bool Changed { get; set; }

    [Function(nameof(NudgedTimer))]
    public static async Task<string> NudgedTimer([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        using CancellationTokenSource stop = new();
        Task timer = context.CreateTimer(context.CurrentUtcDateTime.AddDays(30), stop.Token);
        Task<string> nudge = context.WaitForExternalEvent<string>("word");
        if (await Task.WhenAny(timer, nudge) == nudge)
        {
            stop.Cancel();
            await context.CreateTimer(TimeSpan.FromDays(60), CancellationToken.None);
        }

        return $"{timer.Status}";
    }

    [Function(nameof(Holder))]
    public static Task Holder([OrchestrationTrigger] TaskOrchestrationContext context, string input) =>
        context.CallActivityAsync(nameof(Activities.WaitForever), input);
}
