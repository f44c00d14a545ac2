using ComplaintFlow.LocalHost.Hosting;
using ComplaintFlow.LocalHost.Tests.Functions;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;

namespace ComplaintFlow.LocalHost.Tests.Durability;

/// <summary>The wall clock jumps: forward fires what is due within a minute, backward fires nothing twice and nothing early.</summary>
public sealed class ClockJumpTests : IAsyncLifetime
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private readonly JumpingClock _clock = new(DateTimeOffset.Parse("2026-03-02T08:00:00Z"));
    private TestHost _host = null!;

    public async Task InitializeAsync() => _host = await TestHost.StartAsync(_clock);

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task Forward_WhileSuspended_FiresWhatIsDueWithinAMinute()
    {
        await NapAsync("one", Hour);
        await NapAsync("five", 5 * Hour);
        await NapAsync("fifty", 50 * Hour);
        _clock.Jump(24 * Hour);
        await _clock.ElapseAsync(Minute, Minute, SettleAsync);

        Assert.NotNull(await WokeAsync("one"));
        Assert.NotNull(await WokeAsync("five"));
        Assert.Null(await WokeAsync("fifty"));
        await _clock.ElapseAsync(26 * Hour, Minute, SettleAsync);
        Assert.InRange((await WokeAsync("fifty"))!.Value, At("2026-03-04T10:00:00"), At("2026-03-04T10:01:00"));
    }

    [Fact]
    public async Task Backward_BeforeItIsDue_IsNotEarly()
    {
        await NapAsync("one", Hour);
        _clock.Jump(-2 * Hour);
        await _clock.ElapseAsync(2.9 * Hour, Minute, SettleAsync);
        Assert.Null(await WokeAsync("one"));

        await _clock.ElapseAsync(0.2 * Hour, Minute, SettleAsync);
        Assert.InRange((await WokeAsync("one"))!.Value, At("2026-03-02T09:00:00"), At("2026-03-02T09:01:00"));
    }

    [Fact]
    public async Task Backward_AfterItFired_FiresNothingTwice()
    {
        await _host.Client.ScheduleNewOrchestrationInstanceAsync(nameof(Orchestrators.Sleeper), null, new StartOrchestrationOptions("s"), CancellationToken.None);
        await SettleAsync();
        _clock.Jump(24 * Hour);
        await _clock.ElapseAsync(Minute, Minute, SettleAsync);
        _clock.Jump(-48 * Hour);
        await _clock.ElapseAsync(30 * Hour, 10 * Minute, SettleAsync);
        Assert.Single(_host.Journal.Lines, line => line.StartsWith("after", StringComparison.Ordinal));

        // The second timer counts from the turn that set it, whatever the clock says meanwhile.
        _clock.Jump(20 * 24 * Hour);
        await _clock.ElapseAsync(Minute, Minute, SettleAsync);
        Assert.Equal(["after 1", "after 9"], _host.Journal.Lines.Where(line => line.StartsWith("after", StringComparison.Ordinal)).Select(line => line[..7]));
    }

    [Fact]
    public async Task Backward_BetweenTurns_LeavesTheClockOfTheOrchestrationWhereItWas()
    {
        await _host.Client.ScheduleNewOrchestrationInstanceAsync(nameof(Waiting.Watcher), 3, new StartOrchestrationOptions("w"), CancellationToken.None);
        await SettleAsync();
        foreach (double hours in new[] { -1, 3, -5 })
        {
            _clock.Jump(hours * Hour);
            await _host.Client.RaiseEventAsync("w", "word", "x", CancellationToken.None);
            await SettleAsync();
        }

        OrchestrationMetadata done = (await _host.Client.GetInstancesAsync("w", true, CancellationToken.None))!;
        Assert.Equal(
            [At("2026-03-02T08:00:00"), At("2026-03-02T08:00:00"), At("2026-03-02T10:00:00"), At("2026-03-02T10:00:00")],
            done.ReadOutputAs<List<DateTime>>()!);
    }

    [Fact]
    public async Task Backward_BeforeARunThatContinuesAsNew_LeavesTheClockOfTheOrchestrationWhereItWas()
    {
        await _host.Client.ScheduleNewOrchestrationInstanceAsync(
            nameof(Waiting.Renewer), Array.Empty<DateTime>(), new StartOrchestrationOptions("r"), CancellationToken.None);
        await SettleAsync();
        foreach (double hours in new[] { 2, -6 })
        {
            _clock.Jump(hours * Hour);
            await _host.Client.RaiseEventAsync("r", "word", "x", CancellationToken.None);
            await SettleAsync();
        }

        OrchestrationMetadata done = (await _host.Client.GetInstancesAsync("r", true, CancellationToken.None))!;
        Assert.Equal(
            [At("2026-03-02T08:00:00"), At("2026-03-02T10:00:00"), At("2026-03-02T10:00:00")],
            done.ReadOutputAs<List<DateTime>>()!);
    }

    [Fact]
    public async Task Backward_ByDays_RecurringFunctionsGoOnByTheNewTime()
    {
        await _clock.ElapseAsync(23 * Hour, Minute, SettleAsync);
        Assert.Equal(["six 2026-03-03"], Sixes());
        _clock.Jump(-4 * 24 * Hour);
        await _clock.ElapseAsync(24 * Hour, Minute, SettleAsync);
        Assert.Equal(["six 2026-03-03", "six 2026-02-28"], Sixes());
    }

    [Fact]
    public async Task Backward_ByAFewSeconds_BringsNoOccurrenceTwice()
    {
        await _clock.ElapseAsync(22 * Hour, Minute, SettleAsync);
        Assert.Equal(["six 2026-03-03"], Sixes());
        _clock.Jump(TimeSpan.FromSeconds(-30));
        await _clock.ElapseAsync(Hour, Minute, SettleAsync);
        Assert.Equal(["six 2026-03-03"], Sixes());
    }

    [Theory]
    [InlineData("2026-03-29T00:30:00+01:00", "2026-03-29T08:00:00+02:00")]
    [InlineData("2026-10-24T20:00:00+02:00", "2026-10-25T02:30:00+02:00")]
    [InlineData("2026-10-24T20:00:00+02:00", "2026-10-25T02:30:00+01:00")]
    public async Task ChangeOfTheHour_ATimerAtAParisHour_FiresAtThatHour(string now, string until)
    {
        DateTimeOffset due = DateTimeOffset.Parse(until);
        _clock.Jump(DateTimeOffset.Parse(now) - _clock.GetUtcNow());
        await _host.Client.ScheduleNewOrchestrationInstanceAsync(nameof(Waiting.Until), due, new StartOrchestrationOptions("u"), CancellationToken.None);
        await SettleAsync();
        await _clock.ElapseAsync(9 * Hour, Minute, SettleAsync);
        Assert.InRange((await WokeAsync("u"))!.Value, due.UtcDateTime, due.UtcDateTime.AddMinutes(1));
    }

    private static DateTime At(string utc) => DateTime.SpecifyKind(DateTime.Parse(utc), DateTimeKind.Utc);

    private IEnumerable<string> Sixes() => _host.Journal.Lines.Where(line => line.StartsWith("six", StringComparison.Ordinal)).Select(line => line[..14]);

    private async Task NapAsync(string id, TimeSpan nap)
    {
        await _host.Client.ScheduleNewOrchestrationInstanceAsync(
            nameof(Orchestrators.ShortNap), (int)nap.TotalMilliseconds, new StartOrchestrationOptions(id), CancellationToken.None);
        await SettleAsync();
    }

    private async Task<DateTime?> WokeAsync(string id) =>
        await _host.Client.GetInstancesAsync(id, true, CancellationToken.None) is { IsCompleted: true } done ? done.ReadOutputAs<DateTime>() : null;

    private Task SettleAsync() => _host.Services.GetRequiredService<Underway>().SettleAsync();
}
