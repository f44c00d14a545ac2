using ComplaintFlow.LocalHost.Tests.Functions;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace ComplaintFlow.LocalHost.Tests.Conformance;

/// <summary>Timers fire at their instant or after it, once, however long that is and whatever restarts in between.</summary>
public sealed class TimerTests
{
    [Theory]
    [InlineData(-730)]
    [InlineData(0)]
    public async Task Timer_ForThePastOrForNow_FiresAtOnce(int days)
    {
        await using TestHost host = await TestHost.StartAsync();
        host.Code.Main = async context =>
        {
            await context.CreateTimer(context.CurrentUtcDateTime.AddDays(days), CancellationToken.None);
            return context.CurrentUtcDateTime;
        };
        Assert.Equal(host.Clock.Now.UtcDateTime, (await host.RunAsync()).ReadOutputAs<DateTime>());
    }

    /// <summary>On Azure a timer of more than three days is several in a row; here it is one, and the orchestrator cannot tell.</summary>
    [Fact]
    public async Task Timer_ForTwoYearsOn_FiresThen_AndNotATickBefore()
    {
        await using TestHost host = await TestHost.StartAsync();
        host.Code.Main = Sleep(TimeSpan.FromDays(730));
        string id = await host.OrchestrateAsync();
        await host.Clock.AdvanceByAsync(TimeSpan.FromDays(400));
        await host.RestartAsync();
        await host.Clock.AdvanceByAsync(TimeSpan.FromDays(330) - TimeSpan.FromTicks(1));
        Assert.True((await host.LookAsync(id)).IsRunning);
        await host.Clock.AdvanceByAsync(TimeSpan.FromTicks(1));
        Assert.Equal(host.Clock.Now.UtcDateTime, (await host.LookAsync(id)).ReadOutputAs<DateTime>());
    }

    [Fact]
    public async Task Timers_OneAfterTheOther_InOneJump_FireEachAtItsInstant()
    {
        await using TestHost host = await TestHost.StartAsync();
        await host.Client.ScheduleNewOrchestrationInstanceAsync(nameof(Orchestrators.Sleeper));
        await host.Clock.AdvanceToAsync(DateTimeOffset.Parse("2026-06-01T00:00:00Z", System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(
            ["after 1 2026-03-03 08:00:00", "after 9 2026-03-12 08:00:00", "after 60 2026-05-11 08:00:00"],
            host.Journal.Lines.Where(line => line.StartsWith("after", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Timers_SetTogether_FireInTheOrderOfTheirInstants()
    {
        await using TestHost host = await TestHost.StartAsync();
        host.Code.Main = static async context =>
        {
            List<int> fired = [];
            await Task.WhenAll(new[] { 3, 1, 2 }.Select(async hours =>
            {
                await context.CreateTimer(TimeSpan.FromHours(hours), CancellationToken.None);
                fired.Add(hours);
            }));
            return string.Join(' ', fired);
        };
        string id = await host.OrchestrateAsync();
        await host.Clock.AdvanceByAsync(TimeSpan.FromHours(3));
        Assert.Equal("1 2 3", (await host.LookAsync(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task Timer_OfUnspecifiedKind_CountsAsLocalTime()
    {
        await using TestHost host = await TestHost.StartAsync();
        DateTime due = host.Clock.Now.UtcDateTime.AddHours(1);
        host.Code.Main = async context =>
        {
            await context.CreateTimer(DateTime.SpecifyKind(due.ToLocalTime(), DateTimeKind.Unspecified), CancellationToken.None);
            return context.CurrentUtcDateTime;
        };
        string id = await host.OrchestrateAsync();
        await host.Clock.AdvanceByAsync(TimeSpan.FromHours(1));
        Assert.Equal(due, (await host.LookAsync(id)).ReadOutputAs<DateTime>());
    }

    [Fact]
    public async Task Timer_Cancelled_ThrowsForItsWaiter_AndDoesNotFire()
    {
        await using TestHost host = await TestHost.StartAsync();
        host.Code.Main = static async context =>
        {
            using CancellationTokenSource stop = new();
            Task timer = context.CreateTimer(TimeSpan.FromDays(1), stop.Token);
            stop.Cancel();
            await Assert.ThrowsAsync<TaskCanceledException>(() => timer);
            await context.CreateTimer(TimeSpan.FromDays(2), CancellationToken.None);
            return $"{timer.Status} {context.CurrentUtcDateTime:yyyy-MM-dd}";
        };
        string id = await host.OrchestrateAsync();
        await host.Clock.AdvanceByAsync(TimeSpan.FromDays(2));
        Assert.Equal("Canceled 2026-03-04", (await host.LookAsync(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task Timer_CancelledInALaterTurn_DoesNotFire()
    {
        await using TestHost host = await TestHost.StartAsync();
        host.Code.Main = static async context =>
        {
            using CancellationTokenSource stop = new();
            Task timer = context.CreateTimer(context.CurrentUtcDateTime.AddDays(30), stop.Token);
            await Task.WhenAny(timer, context.WaitForExternalEvent<string>("word"));
            stop.Cancel();
            await context.CreateTimer(TimeSpan.FromDays(60), CancellationToken.None);
            return $"{timer.Status}";
        };
        string id = await host.OrchestrateAsync();
        await host.Client.RaiseEventAsync(id, "word");
        await host.RestartAsync();
        await host.Clock.AdvanceByAsync(TimeSpan.FromDays(59));
        Assert.True((await host.LookAsync(id)).IsRunning);
        await host.Clock.AdvanceByAsync(TimeSpan.FromDays(1));
        Assert.Equal("Canceled", (await host.LookAsync(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task Timer_WithATokenCancelledBefore_IsCancelledAtOnce()
    {
        await using TestHost host = await TestHost.StartAsync();
        host.Code.Main = static context => Task.FromResult<object?>(
            context.CreateTimer(TimeSpan.FromDays(1), new CancellationToken(canceled: true)).Status.ToString());
        Assert.Equal("Canceled", (await host.RunAsync()).ReadOutputAs<string>());
    }

    [Theory]
    [InlineData(30, "event")]
    [InlineData(90, "timer")]
    public async Task Timer_InARaceWithAnEvent_LosesToTheEarlierAndWinsOverTheLater(int minutes, string winner)
    {
        await using TestHost host = await TestHost.StartAsync();
        host.Code.Main = static async context =>
        {
            using CancellationTokenSource stop = new();
            Task timer = context.CreateTimer(TimeSpan.FromHours(1), stop.Token);
            bool isTimer = await Task.WhenAny(timer, context.WaitForExternalEvent<string>("word")) == timer;
            stop.Cancel();
            return isTimer ? "timer" : "event";
        };
        string id = await host.OrchestrateAsync();
        await host.Clock.AdvanceByAsync(TimeSpan.FromMinutes(minutes));
        await host.Client.RaiseEventAsync(id, "word");
        Assert.Equal(winner, (await host.LookAsync(id)).ReadOutputAs<string>());
    }

    /// <summary>The Durable Task framework says so in its guidance: cancel the timers that are no longer needed.</summary>
    [Fact]
    public async Task Timer_NotCancelled_KeepsTheInstanceRunningThoughTheOrchestratorHasReturned()
    {
        await using TestHost host = await TestHost.StartAsync();
        host.Code.Main = static context =>
        {
            _ = context.CreateTimer(TimeSpan.FromDays(1), CancellationToken.None);
            return Task.FromResult<object?>("returned");
        };
        OrchestrationMetadata running = await host.RunAsync();
        Assert.True(running.IsRunning);
        Assert.Null(running.SerializedOutput);
        await host.Clock.AdvanceByAsync(TimeSpan.FromDays(1));
        Assert.Equal("returned", (await host.LookAsync(running.InstanceId)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task Timers_ThousandsAtOneInstant_AllFireThen()
    {
        await using TestHost host = await TestHost.StartAsync();
        DateTime due = host.Clock.Now.UtcDateTime.AddHours(1);
        host.Code.Main = async context =>
        {
            await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => context.CreateTimer(due, CancellationToken.None)));
            return context.CurrentUtcDateTime == due;
        };
        await Task.WhenAll(Enumerable.Range(0, 20).Select(number => host.OrchestrateAsync(id: $"{number}")));
        await host.Clock.AdvanceByAsync(TimeSpan.FromHours(1));
        for (int number = 0; number < 20; number++)
        {
            Assert.True((await host.LookAsync($"{number}")).ReadOutputAs<bool>());
        }
    }

    [Fact]
    public async Task Timer_DueWhileTheHostWasStopped_FiresAfterTheNextStart()
    {
        await using TestHost host = await TestHost.StartAsync();
        host.Code.Main = Sleep(TimeSpan.FromHours(1));
        string id = await host.OrchestrateAsync();
        await host.Clock.SettleAsync();
        await host.StopAsync();
        File.Delete(Path.Combine(host.Directory, "clock.json"));
        await host.RestartAsync("--LocalHost__Clock__Start=2026-03-09T09:00:00+01:00");
        Assert.Equal(new DateTime(2026, 3, 9, 8, 0, 0, DateTimeKind.Utc), (await host.LookAsync(id)).ReadOutputAs<DateTime>());
    }

    private static Func<TaskOrchestrationContext, Task<object?>> Sleep(TimeSpan time) => async context =>
    {
        await context.CreateTimer(time, CancellationToken.None);
        return context.CurrentUtcDateTime;
    };
}
