using ComplaintFlow.LocalHost.Engine;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;

namespace ComplaintFlow.LocalHost.Tests.Engine;

public sealed class InstanceWatchTests
{
    /// <summary>Once nobody waits, nothing of it stays in memory, whatever the wait came to.</summary>
    [Fact]
    public async Task Waits_ThatAreOver_LeaveNothingBehind()
    {
        await using TestHost host = await TestHost.StartAsync();
        InstanceWatch watch = host.Services.GetRequiredService<OrchestrationEngine>().Watch;
        string ended = (await host.RunAsync()).InstanceId;
        host.Code.Main = static async context => await context.WaitForExternalEvent<string>("word");
        string running = (await host.RunAsync()).InstanceId;

        await host.Client.WaitForInstanceCompletionAsync(ended);
        await host.Client.WaitForInstanceStartAsync(running);
        await Assert.ThrowsAsync<InvalidOperationException>(() => host.Client.WaitForInstanceCompletionAsync("nobody"));
        Assert.Equal(0, watch.Count);

        using CancellationTokenSource stop = new();
        Task<OrchestrationMetadata> givesUp = host.Client.WaitForInstanceCompletionAsync(running, stop.Token);
        Task<OrchestrationMetadata> staysOn = host.Client.WaitForInstanceCompletionAsync(running);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => givesUp);
        Assert.Equal(1, watch.Count);

        await host.Client.RaiseEventAsync(running, "word", "x");
        Assert.True((await staysOn).IsCompleted);
        Assert.Equal(0, watch.Count);
    }
}
