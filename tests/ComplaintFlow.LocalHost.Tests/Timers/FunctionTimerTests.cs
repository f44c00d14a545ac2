using Microsoft.Extensions.Options;

namespace ComplaintFlow.LocalHost.Tests.Timers;

public sealed class FunctionTimerTests
{
    [Fact]
    public async Task Schedule_WithinAJump_RunsOnce_AtItsEnd()
    {
        await using TestHost host = await TestHost.StartAsync();
        await host.Clock.AdvanceToAsync(DateTimeOffset.Parse("2026-03-02T23:00:00Z"));
        Assert.Empty(Six(host));
        await host.Clock.AdvanceToAsync(DateTimeOffset.Parse("2026-03-10T12:00:00Z"));
        Assert.Equal(["six 2026-03-10 12:00 next 2026-03-11 06:00"], Six(host));
    }

    [Fact]
    public async Task Schedule_BetweenDurableTimers_RunsOncePerStep()
    {
        await using TestHost host = await TestHost.StartAsync();
        await host.Client.ScheduleNewOrchestrationInstanceAsync(nameof(Functions.Orchestrators.Sleeper));
        await host.Clock.AdvanceToAsync(DateTimeOffset.Parse("2026-03-20T05:00:00Z"));
        Assert.Equal(
            ["six 2026-03-03 08:00 next 2026-03-04 06:00", "six 2026-03-12 08:00 next 2026-03-13 06:00", "six 2026-03-20 05:00 next 2026-03-20 06:00"],
            Six(host));
    }

    [Fact]
    public async Task RunOnStartup_RunsBeforeTheFirstAdvanceEnds()
    {
        await using TestHost host = await TestHost.StartAsync();
        await host.Clock.SettleAsync();
        Assert.Contains("at start", host.Journal.Lines);
        Assert.Contains("middleware AtStart without http", host.Journal.Lines);
    }

    [Fact]
    public async Task Schedule_NamingAMissingSetting_IsAFaultAtStart()
    {
        await using TestHost host = TestHost.Prepare("--Tests__Schedule=");
        OptionsValidationException refused = await Assert.ThrowsAsync<OptionsValidationException>(host.BeginAsync);
        Assert.Contains(refused.Failures, failure =>
            failure.Contains("EverySixAm", StringComparison.Ordinal) && failure.Contains("Tests__Schedule", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Schedule_ThatIsNone_IsAFaultAtStart()
    {
        await using TestHost host = TestHost.Prepare("--Tests__Schedule=every day");
        OptionsValidationException refused = await Assert.ThrowsAsync<OptionsValidationException>(host.BeginAsync);
        Assert.Contains(refused.Failures, failure => failure.Contains("every day", StringComparison.Ordinal));
    }

    private static IEnumerable<string> Six(TestHost host) =>
        host.Journal.Lines.Where(line => line.StartsWith("six", StringComparison.Ordinal));
}
