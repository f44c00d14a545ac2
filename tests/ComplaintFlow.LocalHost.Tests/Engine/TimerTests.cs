using ComplaintFlow.LocalHost.Tests.Functions;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace ComplaintFlow.LocalHost.Tests.Engine;

public sealed class TimerTests
{
    [Fact]
    public async Task Timers_InOneJump_FireEachAtItsInstant()
    {
        await using TestHost host = await TestHost.StartAsync();
        await host.Client.ScheduleNewOrchestrationInstanceAsync(nameof(Orchestrators.Sleeper));
        await host.Clock.AdvanceToAsync(DateTimeOffset.Parse("2026-06-01T00:00:00Z"));
        Assert.Equal(
            ["after 1 2026-03-03 08:00:00", "after 9 2026-03-12 08:00:00", "after 60 2026-05-11 08:00:00"],
            host.Journal.Lines.Where(line => line.StartsWith("after", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Timer_IsNeverEarly()
    {
        await using TestHost host = await TestHost.StartAsync();
        await host.Client.ScheduleNewOrchestrationInstanceAsync(nameof(Orchestrators.Sleeper));
        await host.Clock.AdvanceByAsync(TimeSpan.FromDays(1) - TimeSpan.FromTicks(1));
        Assert.DoesNotContain(host.Journal.Lines, line => line.StartsWith("after", StringComparison.Ordinal));
        await host.Clock.AdvanceByAsync(TimeSpan.FromTicks(1));
        Assert.Contains(host.Journal.Lines, line => line.StartsWith("after 1 ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Timers_AfterARestart_FireWhenDue()
    {
        await using TestHost host = await TestHost.StartAsync();
        string id = await host.Client.ScheduleNewOrchestrationInstanceAsync(nameof(Orchestrators.Sleeper));
        await host.Clock.AdvanceByAsync(TimeSpan.FromDays(5));
        await host.RestartAsync();
        Assert.Equal(DateTimeOffset.Parse(TestHost.Start).AddDays(5), host.Clock.Now);
        await host.Clock.AdvanceByAsync(TimeSpan.FromDays(65));
        Assert.Equal(OrchestrationRuntimeStatus.Completed, (await host.Client.GetInstanceAsync(id))!.RuntimeStatus);
        Assert.Equal(3, host.Journal.Lines.Count(line => line.StartsWith("after", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task CancelledTimer_DoesNotFire_AndTheNextOneDoes()
    {
        await using TestHost host = await TestHost.StartAsync();
        string id = await host.Client.ScheduleNewOrchestrationInstanceAsync(nameof(Orchestrators.NudgedTimer));
        await host.Client.RaiseEventAsync(id, "word");
        await host.Clock.AdvanceByAsync(TimeSpan.FromDays(59));
        Assert.True((await host.Client.GetInstanceAsync(id))!.IsRunning);
        await host.Clock.AdvanceByAsync(TimeSpan.FromDays(1));
        Assert.Equal("Canceled", (await host.Client.GetInstanceAsync(id, true))!.ReadOutputAs<string>());
    }

    [Fact]
    public async Task StartAt_InTheFuture_WaitsForItsInstant()
    {
        await using TestHost host = await TestHost.StartAsync();
        StartOrchestrationOptions later = new("later", host.Clock.Now.AddDays(2));
        await host.Client.ScheduleNewOrchestrationInstanceAsync(nameof(Orchestrators.Listener), 1, later);
        await host.Client.RaiseEventAsync("later", "word", "kept");
        await host.Clock.AdvanceByAsync(TimeSpan.FromDays(1));
        Assert.Equal(OrchestrationRuntimeStatus.Pending, (await host.Client.GetInstanceAsync("later"))!.RuntimeStatus);
        await host.Clock.AdvanceByAsync(TimeSpan.FromDays(1));
        Assert.Equal("kept", (await host.Client.GetInstanceAsync("later", true))!.ReadOutputAs<string>());
    }
}
