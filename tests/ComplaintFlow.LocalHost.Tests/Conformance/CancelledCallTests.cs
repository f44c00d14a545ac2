using Microsoft.DurableTask.Client;

namespace ComplaintFlow.LocalHost.Tests.Conformance;

/// <summary>A client call whose token was cancelled before it never leaves, as with the real client.</summary>
public sealed class CancelledCallTests
{
    private static readonly CancellationToken Cancelled = new(canceled: true);

    public static TheoryData<string> Calls => ["start", "raise", "suspend", "resume", "terminate", "purge"];

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task Call_WithATokenCancelledBefore_DoesNothing(string call)
    {
        await using TestHost host = await TestHost.StartAsync();
        host.Code.Main = static async context => await context.WaitForExternalEvent<string>("word");
        string id = (await host.RunAsync()).InstanceId;
        if (call == "purge")
        {
            await host.Client.TerminateInstanceAsync(id);
        }
        else if (call == "resume")
        {
            await host.Client.SuspendInstanceAsync(id);
        }

        OrchestrationMetadata before = await host.LookAsync(id);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call switch
        {
            "start" => host.Client.ScheduleNewOrchestrationInstanceAsync("Main", null, new Microsoft.DurableTask.StartOrchestrationOptions("other"), Cancelled),
            "raise" => host.Client.RaiseEventAsync(id, "word", "never", Cancelled),
            "suspend" => host.Client.SuspendInstanceAsync(id, null, Cancelled),
            "resume" => host.Client.ResumeInstanceAsync(id, null, Cancelled),
            "terminate" => host.Client.TerminateInstanceAsync(id, null, Cancelled),
            _ => host.Client.PurgeInstanceAsync(id, null, Cancelled),
        });

        OrchestrationMetadata after = await host.LookAsync(id);
        Assert.Equal(before.RuntimeStatus, after.RuntimeStatus);
        Assert.Equal(id, await host.IdsAsync());
    }
}
