using ComplaintFlow.LocalHost.Tests.Functions;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace ComplaintFlow.LocalHost.Tests.Conformance;

/// <summary>A client ends instances, and has those that have ended forgotten.</summary>
public sealed class EndingTests
{
    [Fact]
    public async Task TerminatedInstance_EndsAtOnce_WithTheOutputGiven()
    {
        await using TestHost host = await TestHost.StartAsync();
        string id = await WaitAsync(host);
        await host.Client.TerminateInstanceAsync(id, new { reason = "withdrawn" });
        OrchestrationMetadata ended = await host.LookAsync(id);
        Assert.Equal(OrchestrationRuntimeStatus.Terminated, ended.RuntimeStatus);
        Assert.True(ended.IsCompleted);
        Assert.Equal("withdrawn", ended.ReadOutputAs<Dictionary<string, string>>()!["reason"]);
        Assert.Null(ended.FailureDetails);
    }

    [Fact]
    public async Task TerminatedInstance_MakesNoTurnAnyMore()
    {
        await using TestHost host = await TestHost.StartAsync();
        host.Code.Work = host.Note;
        host.Code.Main = static async context =>
        {
            await Task.WhenAny(context.CreateTimer(TimeSpan.FromDays(1), CancellationToken.None), context.WaitForExternalEvent<string>("word"));
            return await context.CallActivityAsync<string>(nameof(InlineFunctions.Work), "after");
        };
        string id = (await host.RunAsync()).InstanceId;
        await host.Client.TerminateInstanceAsync(id);
        await host.Client.RaiseEventAsync(id, "word");
        await host.Clock.AdvanceByAsync(TimeSpan.FromDays(2));
        Assert.Empty(host.Noted());
    }

    [Fact]
    public async Task TerminatedInstance_ThatHadNotStarted_NeverStarts()
    {
        await using TestHost host = await TestHost.StartAsync();
        await host.Client.ScheduleNewOrchestrationInstanceAsync(
            nameof(InlineFunctions.Main), new StartOrchestrationOptions("later", host.Clock.Now.AddHours(1)));
        await host.Client.TerminateInstanceAsync("later");
        await host.Clock.AdvanceByAsync(TimeSpan.FromHours(2));
        Assert.Equal(OrchestrationRuntimeStatus.Terminated, (await host.LookAsync("later")).RuntimeStatus);
    }

    /// <summary>Azure refuses it to the client too, there as an RPC failure.</summary>
    [Fact]
    public async Task Termination_OfAnInstanceThatIsMissingOrHasEnded_IsRefused()
    {
        await using TestHost host = await TestHost.StartAsync();
        string ended = (await host.RunAsync()).InstanceId;
        await Assert.ThrowsAsync<InvalidOperationException>(() => host.Client.TerminateInstanceAsync("nobody"));
        await Assert.ThrowsAsync<InvalidOperationException>(() => host.Client.TerminateInstanceAsync(ended));
    }

    [Fact]
    public async Task PurgedInstance_IsGone_WithAllItsRows()
    {
        await using TestHost host = await TestHost.StartAsync();
        string id = (await host.RunAsync("input")).InstanceId;
        PurgeResult purged = await host.Client.PurgeInstanceAsync(id);
        Assert.Equal(1, purged.PurgedInstanceCount);
        Assert.Null(await host.Client.GetInstanceAsync(id));
        Assert.Equal(0, (await host.Client.PurgeInstanceAsync(id)).PurgedInstanceCount);
    }

    [Fact]
    public async Task Purge_OfAMissingInstance_CountsNone() =>
        Assert.Equal(0, await PurgeNobodyAsync());

    [Fact]
    public async Task Purge_OfAnInstanceThatHasNotEnded_IsRefused()
    {
        await using TestHost host = await TestHost.StartAsync();
        string id = await WaitAsync(host);
        await Assert.ThrowsAsync<InvalidOperationException>(() => host.Client.PurgeInstanceAsync(id));
        Assert.True((await host.LookAsync(id)).IsRunning);
    }

    [Theory]
    [InlineData(false, 1)]
    [InlineData(true, 3)]
    public async Task Purge_CountsTheChildrenItTakesAlong(bool isRecursive, int count)
    {
        await using TestHost host = await TestHost.StartAsync();
        host.Code.Main = static async context =>
        {
            await context.CallSubOrchestratorAsync(nameof(InlineFunctions.Child));
            await context.CallSubOrchestratorAsync(nameof(InlineFunctions.Child));
            return null;
        };
        string id = (await host.RunAsync()).InstanceId;
        Assert.Equal(count, (await host.Client.PurgeInstanceAsync(id, new PurgeInstanceOptions(isRecursive))).PurgedInstanceCount);
        Assert.Equal(3 - count, await host.Client.GetAllInstancesAsync().CountAsync());
    }

    [Fact]
    public async Task PurgeAll_TakesTheEndedOnesOfTheStatusAndTimeAsked()
    {
        await using TestHost host = await TestHost.StartAsync();
        await host.RunAsync(id: "old");
        await host.Clock.AdvanceByAsync(TimeSpan.FromDays(1));
        DateTimeOffset between = host.Clock.Now;
        await host.RunAsync(id: "completed");
        await WaitAsync(host, "running");
        host.Code.Main = static _ => throw new InvalidOperationException();
        await host.RunAsync(id: "failed");
        PurgeResult purged = await host.Client.PurgeAllInstancesAsync(new PurgeInstancesFilter(CreatedFrom: between, Statuses: [OrchestrationRuntimeStatus.Completed]));
        Assert.Equal(1, purged.PurgedInstanceCount);
        Assert.Equal("failed old running", await host.IdsAsync());
        Assert.Equal(1, (await host.Client.PurgeAllInstancesAsync(new PurgeInstancesFilter(CreatedTo: between.AddTicks(-1)))).PurgedInstanceCount);
        Assert.Equal(1, (await host.Client.PurgeAllInstancesAsync(new PurgeInstancesFilter())).PurgedInstanceCount);
        Assert.Equal("running", await host.IdsAsync());
    }

    [Fact]
    public async Task PurgedInstance_OfWhichAnActivityIsUnderWay_StaysGone()
    {
        await using TestHost host = await TestHost.StartAsync();
        host.Code.Work = async _ =>
        {
            host.Journal.Add("at work");
            await host.Journal.Gate("work").Task;
            return null;
        };
        host.Code.Main = static async context => await context.CallActivityAsync<string>(nameof(InlineFunctions.Work));
        string id = await host.OrchestrateAsync();
        await host.WhenAsync(() => host.Journal.Lines.Contains("at work"));
        await host.Client.TerminateInstanceAsync(id);
        await host.Client.PurgeInstanceAsync(id);
        host.Journal.Gate("work").SetResult();
        await host.Clock.SettleAsync();
        Assert.Null(await host.Client.GetInstanceAsync(id));
    }

    private static async Task<int> PurgeNobodyAsync()
    {
        await using TestHost host = await TestHost.StartAsync();
        return (await host.Client.PurgeInstanceAsync("nobody")).PurgedInstanceCount;
    }

    private static async Task<string> WaitAsync(TestHost host, string? id = null)
    {
        host.Code.Main = static async context => await context.WaitForExternalEvent<string>("word");
        return (await host.RunAsync(id: id)).InstanceId;
    }
}
