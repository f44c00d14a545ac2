using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace ComplaintFlow.Crash.Victim;

/// <summary>The orchestrations of the load.</summary>
public static class Orchestrators
{
    public const int DoomedAttempts = 3;
    public static readonly TimeSpan DoomedWait = TimeSpan.FromMilliseconds(150);
    private const int WordsOfARun = 7;
    private static readonly TaskOptions Persistent = TaskOptions.FromRetryPolicy(new RetryPolicy(100, TimeSpan.FromMilliseconds(20)));
    private static readonly TaskOptions ThreeTimes = TaskOptions.FromRetryPolicy(new RetryPolicy(DoomedAttempts, DoomedWait, 2));

    /// <summary>A start, an event, three activities and a timer that is often due while the process is dead.</summary>
    [Function(nameof(Life))]
    public static async Task<Report> Life([OrchestrationTrigger] TaskOrchestrationContext context, int nap)
    {
        Diary diary = new(context, null);
        await diary.StepAsync(nameof(Steps.Quick));
        await diary.WordAsync();
        await diary.StepAsync(nameof(Steps.Flaky), Persistent);
        await diary.NapAsync(nap);
        await diary.StepAsync(nameof(Steps.Slow));
        return diary.Report;
    }

    /// <summary>Takes events until the last one, and starts afresh after a few.</summary>
    [Function(nameof(Listener))]
    public static async Task<Report?> Listener([OrchestrationTrigger] TaskOrchestrationContext context, Report? before)
    {
        Diary diary = new(context, before);
        for (int number = 1; number <= WordsOfARun; number++)
        {
            if (await diary.WordAsync() == Words.End)
            {
                return diary.Report;
            }

            if (number % 3 == 0)
            {
                await diary.StepAsync(nameof(Steps.Quick));
            }
        }

        context.ContinueAsNew(diary.Report);
        return null;
    }

    /// <summary>Many activities at once, then another orchestration.</summary>
    [Function(nameof(FanOut))]
    public static async Task<Report> FanOut([OrchestrationTrigger] TaskOrchestrationContext context, int unused)
    {
        Diary diary = new(context, null);
        await diary.StepsAsync(nameof(Steps.Quick), 5);
        await diary.ChildAsync(nameof(Child));
        return diary.Report;
    }

    [Function(nameof(Child))]
    public static async Task<Report> Child([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        Diary diary = new(context, null);
        await diary.StepAsync(nameof(Steps.Flaky), Persistent);
        await diary.NapAsync(40);
        await diary.StepAsync(nameof(Steps.Quick));
        return diary.Report;
    }

    /// <summary>Timers one after the other.</summary>
    [Function(nameof(Napper))]
    public static async Task<Report> Napper([OrchestrationTrigger] TaskOrchestrationContext context, int nap)
    {
        Diary diary = new(context, null);
        foreach (int milliseconds in new[] { 20, nap, nap / 3 })
        {
            await diary.NapAsync(milliseconds);
            await diary.StepAsync(nameof(Steps.Quick));
        }

        return diary.Report;
    }

    /// <summary>An activity that always fails, tried as often as its policy says.</summary>
    [Function(nameof(Doomed))]
    public static async Task<Report> Doomed([OrchestrationTrigger] TaskOrchestrationContext context, int unused)
    {
        Diary diary = new(context, null);
        try
        {
            await diary.StepAsync(nameof(Steps.Fail), ThreeTimes);
            return diary.Report;
        }
        catch (TaskFailedException exception)
        {
            return diary.Report with { Failure = exception.FailureDetails.ErrorMessage };
        }
    }
}
