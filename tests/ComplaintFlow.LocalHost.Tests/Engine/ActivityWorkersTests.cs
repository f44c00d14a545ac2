using ComplaintFlow.LocalHost.Engine;
using ComplaintFlow.LocalHost.Tests.Functions;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace ComplaintFlow.LocalHost.Tests.Engine;

public sealed class ActivityTests
{
    [Fact]
    public async Task RetryPolicy_OnFailure_WaitsLongerEachTime_ThenGivesUp()
    {
        await using TestHost host = await TestHost.StartAsync();
        string id = await host.Client.ScheduleNewOrchestrationInstanceAsync(nameof(Orchestrators.Retrying), "try");
        await host.Clock.AdvanceByAsync(TimeSpan.FromHours(1));
        Assert.Equal(
            ["try 08:00:00", "try 08:01:00", "try 08:03:00", "try 08:06:00"],
            host.Journal.Lines.Where(line => line.StartsWith("try", StringComparison.Ordinal)));
        OrchestrationMetadata failed = (await host.Client.GetInstanceAsync(id, true))!;
        Assert.Equal(OrchestrationRuntimeStatus.Failed, failed.RuntimeStatus);
        Assert.Contains("failed try", failed.FailureDetails!.ErrorMessage, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RetryPolicy_OverARestart_GoesOn()
    {
        await using TestHost host = await TestHost.StartAsync();
        await host.Client.ScheduleNewOrchestrationInstanceAsync(nameof(Orchestrators.Retrying), "try");
        await host.Clock.AdvanceByAsync(TimeSpan.FromSeconds(90));
        await host.RestartAsync();
        await host.Clock.AdvanceByAsync(TimeSpan.FromHours(1));
        Assert.Equal(4, host.Journal.Lines.Count(line => line.StartsWith("try", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task RetryHandler_MayWaitAndSayNo()
    {
        await using TestHost host = await TestHost.StartAsync();
        string id = await host.Client.ScheduleNewOrchestrationInstanceAsync(nameof(Orchestrators.RetryingByHandler));
        await host.Clock.AdvanceByAsync(TimeSpan.FromHours(5));
        Assert.Equal(
            ["handled 08:00:00", "handled 09:00:00", "handled 10:00:00"],
            host.Journal.Lines.Where(line => line.StartsWith("handled", StringComparison.Ordinal)));
        Assert.Equal("Fail|(unknown)|failed handled", (await host.Client.GetInstanceAsync(id, true))!.ReadOutputAs<string>());
    }

    [Fact]
    public void RetryWait_Grows_StopsAtTheLongest_AndEndsWithAttemptsOrTime()
    {
        RetryPolicy policy = new(5, TimeSpan.FromMinutes(1), 3, TimeSpan.FromMinutes(10), TimeSpan.FromHours(1));
        Assert.Equal(TimeSpan.FromMinutes(1), RetryLoop.Wait(policy, 1, TimeSpan.Zero));
        Assert.Equal(TimeSpan.FromMinutes(9), RetryLoop.Wait(policy, 3, TimeSpan.Zero));
        Assert.Equal(TimeSpan.FromMinutes(10), RetryLoop.Wait(policy, 4, TimeSpan.Zero));
        Assert.Null(RetryLoop.Wait(policy, 5, TimeSpan.Zero));
        Assert.Null(RetryLoop.Wait(policy, 1, TimeSpan.FromHours(1)));
    }

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

    [Fact]
    public async Task Activity_UnderWayAtAStop_RunsAgainAfterTheNextStart()
    {
        await using TestHost host = await TestHost.StartAsync();
        string id = await host.Client.ScheduleNewOrchestrationInstanceAsync(nameof(Orchestrators.Holder), "work");
        await host.WhenAsync(() => host.Journal.Lines.Contains("begin work"));
        await host.RestartAsync();
        host.Journal.Gate("work").SetResult();
        await host.Clock.SettleAsync();
        Assert.Equal(OrchestrationRuntimeStatus.Completed, (await host.Client.GetInstanceAsync(id))!.RuntimeStatus);
        Assert.Equal(["begin work", "begin work", "end work"], host.Journal.Lines.Where(line => line.EndsWith("work", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(0, 1, 1.0, null, null)]
    [InlineData(1, 0, 1.0, null, null)]
    [InlineData(1, 1, 0.9, null, null)]
    [InlineData(1, 2, 1.0, 1, null)]
    [InlineData(1, 2, 1.0, null, 1)]
    public void RetryPolicy_OutOfRange_IsRefused(int attempts, int first, double backoff, int? max, int? timeout) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new RetryPolicy(
            attempts, TimeSpan.FromSeconds(first), backoff, Seconds(max), Seconds(timeout)));

    private static TimeSpan? Seconds(int? seconds) => seconds is { } value ? TimeSpan.FromSeconds(value) : null;
}
