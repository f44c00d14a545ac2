using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace ComplaintFlow.Functions.Orchestration;

/// <summary>
/// One instance per complaint, named by its reference. It knows turns, effects and wake-ups, nothing about complaints:
/// the rules are in the activities, so they may change while instances sleep. Frozen: a change here needs an ADR.
/// </summary>
public static class ComplaintOrchestrator
{
    private const int TurnsPerRun = 30;
    private static readonly TimeSpan DaysPerRun = TimeSpan.FromDays(30);
    private static readonly TaskOptions Retry = TaskOptions.FromRetryPolicy(
        new RetryPolicy(10, TimeSpan.FromSeconds(5), backoffCoefficient: 2, maxRetryInterval: TimeSpan.FromMinutes(10)));

    [Function(nameof(ComplaintOrchestrator))]
    public static async Task Run([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        DateTime renewAt = context.CurrentUtcDateTime + DaysPerRun;
        Task nudge = context.WaitForExternalEvent<object?>(Nudge.Event);
        for (int turns = 0; turns < TurnsPerRun || nudge.IsCompleted; turns++)
        {
            if (nudge.IsCompleted)
            {
                nudge = context.WaitForExternalEvent<object?>(Nudge.Event);
            }

            Turn turn = await context.CallActivityAsync<Turn>(nameof(TakeTurn), context.InstanceId, Retry);
            foreach (Guid effect in turn.Effects)
            {
                await context.CallActivityAsync(nameof(CarryOut), new EffectId(context.InstanceId, effect), Retry);
            }

            if (turn.Effects.Count == 0 && turn.WakeAt is { } wakeAt)
            {
                await WaitForNudgeOrAsync(context, wakeAt < renewAt ? wakeAt : renewAt, nudge);
                turns = context.CurrentUtcDateTime >= renewAt ? TurnsPerRun : turns;
            }
            else if (turn.Effects.Count == 0 && !nudge.IsCompleted)
            {
                return;
            }
        }

        context.ContinueAsNew();
    }

    /// <summary>The one pending wait is kept across turns, since a cancelled one would swallow the next nudge; only the timer is cancelled.</summary>
    private static async Task WaitForNudgeOrAsync(TaskOrchestrationContext context, DateTime wakeAt, Task nudge)
    {
        using CancellationTokenSource timerCancellation = new();
        await Task.WhenAny(context.CreateTimer(wakeAt, timerCancellation.Token), nudge);
        timerCancellation.Cancel();
    }
}
