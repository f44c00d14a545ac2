using ComplaintFlow.LocalHost.Tests.Functions;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace ComplaintFlow.LocalHost.Tests.Engine;

public sealed class EventTests
{
    [Fact]
    public async Task Events_RaisedAtOnce_ArriveInOrder()
    {
        await using TestHost host = await TestHost.StartAsync();
        string id = await host.Client.ScheduleNewOrchestrationInstanceAsync(nameof(Orchestrators.Listener), 50);
        string expected = string.Concat(Enumerable.Range(0, 50).Select(number => $"{number},"));
        for (int number = 0; number < 50; number++)
        {
            await host.Client.RaiseEventAsync(id, number % 2 == 0 ? "word" : "Word", $"{number},");
        }

        OrchestrationMetadata done = await host.Client.WaitForInstanceCompletionAsync(id, true, CancellationToken.None);
        Assert.Equal(expected, done.ReadOutputAs<string>());
    }

    [Fact]
    public async Task Event_ForAMissingOrEndedInstance_IsLostInSilence_OrRefusedAsConfigured()
    {
        await using TestHost host = await TestHost.StartAsync();
        await host.Client.RaiseEventAsync("nobody", "word");
        await host.RestartAsync("--AzureFunctionsJobHost__extensions__durableTask__throwStatusExceptionsOnRaiseEvent=true");
        await Assert.ThrowsAsync<InvalidOperationException>(() => host.Client.RaiseEventAsync("nobody", "word"));
    }

    [Fact]
    public async Task WaitWithTimeout_WithoutEvent_IsCancelled_AndWithOne_GivesIt()
    {
        await using TestHost host = await TestHost.StartAsync();
        string late = await host.Client.ScheduleNewOrchestrationInstanceAsync(nameof(Orchestrators.Impatient));
        string early = await host.Client.ScheduleNewOrchestrationInstanceAsync(nameof(Orchestrators.Impatient));
        await host.Client.RaiseEventAsync(early, "word", "in time");
        await host.Clock.AdvanceByAsync(TimeSpan.FromHours(1));
        Assert.Equal("timeout", (await host.Client.GetInstanceAsync(late, true))!.ReadOutputAs<string>());
        Assert.Equal("in time", (await host.Client.GetInstanceAsync(early, true))!.ReadOutputAs<string>());
    }

    [Fact]
    public async Task CancelledWait_StillTakesTheEventAfterTheYoungerOne()
    {
        await using TestHost host = await TestHost.StartAsync();
        string id = await host.Client.ScheduleNewOrchestrationInstanceAsync(nameof(Orchestrators.Forgetful));
        await host.Client.RaiseEventAsync(id, "word", "first");
        OrchestrationMetadata done = await host.Client.WaitForInstanceCompletionAsync(id, true, CancellationToken.None);
        Assert.Equal("Canceled first", done.ReadOutputAs<string>());
    }

    [Fact]
    public async Task CancelledWait_Alone_SwallowsTheNextEvent()
    {
        await using TestHost host = await TestHost.StartAsync();
        string id = await host.Client.ScheduleNewOrchestrationInstanceAsync(nameof(Orchestrators.Swallowing));
        await host.Clock.SettleAsync();
        await host.Client.RaiseEventAsync(id, "word", "swallowed");
        await host.Clock.AdvanceByAsync(TimeSpan.FromHours(1));
        await host.Client.RaiseEventAsync(id, "word", "heard");
        OrchestrationMetadata done = await host.Client.WaitForInstanceCompletionAsync(id, true, CancellationToken.None);
        Assert.Equal("heard", done.ReadOutputAs<string>());
    }

    [Fact]
    public async Task Waiters_OfOneName_AreServedLastFirst()
    {
        await using TestHost host = await TestHost.StartAsync();
        string id = await host.Client.ScheduleNewOrchestrationInstanceAsync(nameof(Orchestrators.TwoWaiters));
        await host.Clock.SettleAsync();
        await host.Client.RaiseEventAsync(id, "word", "first");
        await host.Client.RaiseEventAsync(id, "word", "second");
        OrchestrationMetadata done = await host.Client.WaitForInstanceCompletionAsync(id, true, CancellationToken.None);
        Assert.Equal("second first", done.ReadOutputAs<string>());
    }

    [Fact]
    public async Task SendEvent_ReachesAnotherInstance_AndNobodyInSilence()
    {
        await using TestHost host = await TestHost.StartAsync();
        string id = await host.Client.ScheduleNewOrchestrationInstanceAsync(nameof(Orchestrators.Listener), 1);
        string lost = await host.Client.ScheduleNewOrchestrationInstanceAsync(nameof(Orchestrators.Sender), "nobody");
        await host.Client.ScheduleNewOrchestrationInstanceAsync(nameof(Orchestrators.Sender), id);
        Assert.Equal("sent", (await host.Client.WaitForInstanceCompletionAsync(id, true, CancellationToken.None)).ReadOutputAs<string>());
        Assert.True((await host.Client.WaitForInstanceCompletionAsync(lost, CancellationToken.None)).IsCompleted);
    }
}
