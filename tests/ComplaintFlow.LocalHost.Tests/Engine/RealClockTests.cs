using ComplaintFlow.LocalHost.Tests.Functions;
using Microsoft.DurableTask.Client;

namespace ComplaintFlow.LocalHost.Tests.Engine;

public sealed class RealClockTests
{
    /// <summary>The one test on real time: twenty milliseconds, to see that the system's timers wake the engine.</summary>
    [Fact]
    public async Task Timer_OnTheRealClock_FiresAndIsNotEarly()
    {
        await using TestHost host = await TestHost.StartAsync("--LocalHost__Clock__Start=");
        DateTimeOffset from = TimeProvider.System.GetUtcNow();
        string id = await host.Client.ScheduleNewOrchestrationInstanceAsync(nameof(Orchestrators.ShortNap), 20);
        OrchestrationMetadata done = await host.Client.WaitForInstanceCompletionAsync(id, true, CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(20));
        Assert.True(done.ReadOutputAs<DateTime>() >= from.UtcDateTime.AddMilliseconds(20));
        using HttpResponseMessage clock = await host.Http.GetAsync("/local/clock");
        Assert.Equal(System.Net.HttpStatusCode.NotFound, clock.StatusCode);
    }
}
