using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace ComplaintFlow.LocalHost.Tests.Functions;

/// <summary>Orchestrators that wait for an event or an instant.</summary>
public static class Waiting
{
    [Function(nameof(Watcher))]
    public static async Task<List<DateTime>> Watcher([OrchestrationTrigger] TaskOrchestrationContext context, int count)
    {
        List<DateTime> instants = [context.CurrentUtcDateTime];
        for (int number = 0; number < count; number++)
        {
            await context.WaitForExternalEvent<string>("word");
            instants.Add(context.CurrentUtcDateTime);
        }

        return instants;
    }

    [Function(nameof(Until))]
    public static async Task<DateTime> Until([OrchestrationTrigger] TaskOrchestrationContext context, DateTimeOffset until)
    {
        await context.CreateTimer(until.UtcDateTime, CancellationToken.None);
        return context.CurrentUtcDateTime;
    }

    [Function(nameof(Hearer))]
    public static Task<string> Hearer([OrchestrationTrigger] TaskOrchestrationContext context, string unused) =>
        context.WaitForExternalEvent<string>("word");

    /// <summary>Notes the instant of each run; the third ends it.</summary>
    [Function(nameof(Renewer))]
    public static async Task<DateTime[]> Renewer([OrchestrationTrigger] TaskOrchestrationContext context, DateTime[] instants)
    {
        instants = [.. instants, context.CurrentUtcDateTime];
        if (instants.Length == 3)
        {
            return instants;
        }

        await context.WaitForExternalEvent<string>("word");
        context.ContinueAsNew(instants);
        return instants;
    }
}
