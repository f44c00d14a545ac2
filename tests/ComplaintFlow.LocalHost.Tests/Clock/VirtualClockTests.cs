using ComplaintFlow.LocalHost.Tests.Functions;
using Microsoft.Extensions.Options;

namespace ComplaintFlow.LocalHost.Tests.Clock;

public sealed class VirtualClockTests
{
    [Fact]
    public async Task Delay_OnTheClock_EndsWhenTheClockPasses()
    {
        await using TestHost host = await TestHost.StartAsync();
        Task delay = Task.Delay(TimeSpan.FromDays(40), host.Clock);
        await host.Clock.AdvanceByAsync(TimeSpan.FromDays(39));
        Assert.False(delay.IsCompleted);
        await host.Clock.AdvanceByAsync(TimeSpan.FromDays(1));
        await delay.WaitAsync(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task Now_NeverGoesBack_OverRestarts()
    {
        await using TestHost host = await TestHost.StartAsync();
        await host.Clock.AdvanceByAsync(TimeSpan.FromDays(3));
        await host.RestartAsync();
        Assert.Equal(DateTimeOffset.Parse(TestHost.Start).AddDays(3), host.Clock.Now);
        await host.RestartAsync("--LocalHost__Clock__Start=2026-07-01T00:00:00Z");
        Assert.Equal(DateTimeOffset.Parse("2026-07-01T00:00:00Z"), host.Clock.Now);
    }

    [Fact]
    public async Task AdvanceTo_ThePast_IsRefused()
    {
        await using TestHost host = await TestHost.StartAsync();
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => host.Clock.AdvanceToAsync(host.Clock.Now.AddTicks(-1)));
    }

    [Fact]
    public async Task Directory_OfAVirtualClock_IsRefusedToTheRealOne_AndTheOtherWayRound()
    {
        await using TestHost host = await TestHost.StartAsync();
        OptionsValidationException refused = await Assert.ThrowsAsync<OptionsValidationException>(() => host.RestartAsync("--LocalHost__Clock__Start="));
        Assert.Contains(refused.Failures, failure => failure.Contains(host.Directory, StringComparison.Ordinal));

        await using TestHost real = await TestHost.StartAsync("--LocalHost__Clock__Start=");
        await Assert.ThrowsAsync<OptionsValidationException>(() => real.RestartAsync($"--LocalHost__Clock__Start={TestHost.Start}"));
    }

    [Fact]
    public async Task RunningClock_FiresByItself()
    {
        await using TestHost host = await TestHost.StartAsync("--LocalHost__Clock__Speed=10000000");
        string id = await host.Client.ScheduleNewOrchestrationInstanceAsync(nameof(Orchestrators.Sleeper));
        await host.Client.WaitForInstanceCompletionAsync(id).WaitAsync(TimeSpan.FromSeconds(20));
        Assert.True(host.Clock.Now >= DateTimeOffset.Parse(TestHost.Start).AddDays(70));
        DateTimeOffset before = host.Clock.Now;
        await host.RestartAsync();
        Assert.True(host.Clock.Now >= before);
    }

    [Fact]
    public async Task Delay_InsideAnActivity_EndsAtItsInstant()
    {
        await using TestHost host = await TestHost.StartAsync();
        await host.Client.ScheduleNewOrchestrationInstanceAsync(nameof(Orchestrators.SleepInActivity));
        await host.Clock.AdvanceByAsync(TimeSpan.FromDays(1));
        Assert.Equal(["slept until 08:05", "slept until 08:15"], host.Journal.Lines.Where(line => line.StartsWith("slept", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task PeriodicTimer_OnTheClock_FiresOncePerJump()
    {
        await using TestHost host = await TestHost.StartAsync();
        int fired = 0;
        await using ITimer timer = host.Clock.CreateTimer(_ => fired++, null, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(1));
        await host.Clock.AdvanceByAsync(TimeSpan.FromDays(60));
        Assert.Equal(1, fired);
        await host.Clock.AdvanceByAsync(TimeSpan.FromMinutes(1));
        Assert.Equal(2, fired);
    }

    [Fact]
    public async Task Requests_UnderWay_AreWaitedFor()
    {
        await using TestHost host = await TestHost.StartAsync();
        Task<string> request = host.Http.GetStringAsync("/gated");
        await host.WhenAsync(() => host.Journal.Lines.Contains("gated"));
        Task advance = host.Clock.AdvanceByAsync(TimeSpan.FromDays(1));
        Assert.False(advance.IsCompleted);
        host.Journal.Gate("gated").SetResult();
        await advance;
        Assert.Equal("2026-03-02", await request);
    }

    [Fact]
    public async Task Request_ThatWaitsForAnOrchestration_DoesNotHoldTheClock()
    {
        await using TestHost host = await TestHost.StartAsync();
        Task<string> request = host.Http.GetStringAsync("/waits");
        await host.WhenAsync(() => host.Journal.Lines.Contains("waits"));
        await host.Clock.AdvanceByAsync(TimeSpan.FromDays(100));
        Assert.Equal("Completed", await request);
    }
}
