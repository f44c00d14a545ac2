using Microsoft.DurableTask.Client;

namespace ComplaintFlow.LocalHost.Tests.Conformance;

/// <summary>Waits for events: several of one name, with a time limit, given up.</summary>
public sealed class WaitTests
{
    /// <summary>The SDK keeps those who wait for a name in a stack, so that a wait that was given up does not stand in the way.</summary>
    [Fact]
    public async Task Waiters_OfOneName_AreServedLastFirst()
    {
        await using TestHost host = await TestHost.StartAsync();
        host.Code.Main = static async context =>
        {
            Task<string> older = context.WaitForExternalEvent<string>("word");
            Task<string> younger = context.WaitForExternalEvent<string>("WORD");
            await Task.WhenAll(older, younger);
            return $"{await older} {await younger}";
        };
        string id = (await host.RunAsync()).InstanceId;
        await host.Client.RaiseEventAsync(id, "word", "first");
        Assert.True((await host.LookAsync(id)).IsRunning);
        await host.Client.RaiseEventAsync(id, "word", "second");
        Assert.Equal("second first", (await host.LookAsync(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task Waiters_OfOneName_MustExpectOneType()
    {
        await using TestHost host = await TestHost.StartAsync();
        host.Code.Main = static async context =>
        {
            Task<string> first = context.WaitForExternalEvent<string>("word");
            await Assert.ThrowsAsync<ArgumentException>(() => context.WaitForExternalEvent<int>("Word"));
            return await first;
        };
        string id = await host.OrchestrateAsync();
        await host.Client.RaiseEventAsync(id, "word", "heard");
        Assert.Equal("heard", (await host.LookAsync(id)).ReadOutputAs<string>());
    }

    [Theory]
    [InlineData(59, "in time")]
    [InlineData(60, "timeout")]
    public async Task WaitWithTimeout_GivesTheEvent_OrIsCancelledWhenTheTimeIsOver(int minutes, string expected)
    {
        await using TestHost host = await TestHost.StartAsync();
        host.Code.Main = static async context =>
        {
            try
            {
                return await context.WaitForExternalEvent<string>("word", TimeSpan.FromHours(1));
            }
            catch (TaskCanceledException)
            {
                return "timeout";
            }
        };
        string id = await host.OrchestrateAsync();
        await host.Clock.AdvanceByAsync(TimeSpan.FromMinutes(minutes));
        await host.Client.RaiseEventAsync(id, "word", "in time");
        Assert.Equal(expected, (await host.LookAsync(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task WaitWithTimeout_ThatHasItsEvent_LeavesNoTimerBehind()
    {
        await using TestHost host = await TestHost.StartAsync();
        host.Code.Main = static async context => await context.WaitForExternalEvent<string>("word", TimeSpan.FromDays(30));
        string id = (await host.RunAsync()).InstanceId;
        await host.Client.RaiseEventAsync(id, "word", "heard");
        Assert.Equal(OrchestrationRuntimeStatus.Completed, (await host.LookAsync(id)).RuntimeStatus);
    }

    /// <summary>As seen with the real SDK: a wait that was cancelled stays in the stack, and takes the event after the younger ones.</summary>
    [Fact]
    public async Task CancelledWait_LeavesTheEventToAYoungerOne()
    {
        await using TestHost host = await TestHost.StartAsync();
        host.Code.Main = static async context =>
        {
            using CancellationTokenSource stop = new();
            Task<string> cancelled = context.WaitForExternalEvent<string>("word", stop.Token);
            stop.Cancel();
            return $"{cancelled.Status} {await context.WaitForExternalEvent<string>("word")}";
        };
        string id = await host.OrchestrateAsync();
        await host.Client.RaiseEventAsync(id, "word", "first");
        Assert.Equal("Canceled first", (await host.LookAsync(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task CancelledWait_Alone_SwallowsTheNextEvent()
    {
        await using TestHost host = await TestHost.StartAsync();
        host.Code.Main = static async context =>
        {
            using CancellationTokenSource stop = new();
            Task<string> cancelled = context.WaitForExternalEvent<string>("word", stop.Token);
            stop.Cancel();
            await context.CreateTimer(TimeSpan.FromHours(1), CancellationToken.None);
            return cancelled.IsCanceled ? await context.WaitForExternalEvent<string>("word") : "not cancelled";
        };
        string id = (await host.RunAsync()).InstanceId;
        await host.Client.RaiseEventAsync(id, "word", "swallowed");
        await host.Clock.AdvanceByAsync(TimeSpan.FromHours(1));
        await host.Client.RaiseEventAsync(id, "word", "heard");
        Assert.Equal("heard", (await host.LookAsync(id)).ReadOutputAs<string>());
    }
}
