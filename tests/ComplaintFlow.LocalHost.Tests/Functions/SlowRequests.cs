using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace ComplaintFlow.LocalHost.Tests.Functions;

/// <summary>HTTP functions that take their time.</summary>
public sealed class SlowRequests(Journal journal, TimeProvider time)
{
    [Function("Gated")]
    public async Task<IResult> GatedAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request)
    {
        journal.Add("gated");
        await journal.Gate("gated").Task;
        return Results.Text($"{time.GetUtcNow():yyyy-MM-dd}");
    }

    [Function("Waits")]
    public async Task<IResult> WaitsAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request, [DurableClient] DurableTaskClient client)
    {
        string id = await client.ScheduleNewOrchestrationInstanceAsync(nameof(Orchestrators.Sleeper));
        journal.Add("waits");
        return Results.Text($"{(await client.WaitForInstanceCompletionAsync(id)).RuntimeStatus}");
    }
}
