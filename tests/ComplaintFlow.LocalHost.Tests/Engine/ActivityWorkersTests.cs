using ComplaintFlow.LocalHost.Tests.Functions;

namespace ComplaintFlow.LocalHost.Tests.Engine;

public sealed class ActivityWorkersTests
{
    [Fact]
    public async Task Activities_CalledTogether_RunTogether_ButNotAllAtOnce()
    {
        await using TestHost host = await TestHost.StartAsync();
        string id = await host.Client.ScheduleNewOrchestrationInstanceAsync(nameof(Orchestrators.Parallel), 100);
        await host.WhenAsync(() => host.Journal.Lines.Contains("at gate parallel with 32"));
        host.Journal.Gate("parallel").SetResult();
        await host.Clock.SettleAsync();
        Assert.Equal(100, (await host.Client.GetInstanceAsync(id, true))!.ReadOutputAs<int>());
        Assert.DoesNotContain("at gate parallel with 33", host.Journal.Lines);
    }
}
