using ComplaintFlow.LocalHost.Tests.Functions;
using Microsoft.DurableTask.Client;

namespace ComplaintFlow.LocalHost.Tests.Conformance;

/// <summary>A suspended instance makes no turn; what happens to it meanwhile is kept.</summary>
public sealed class SuspendingTests
{
    [Fact]
    public async Task SuspendedInstance_IsSeenAsSuspended_AndRunningOnceResumed()
    {
        await using TestHost host = await TestHost.StartAsync();
        host.Code.Main = static async context => await context.WaitForExternalEvent<string>("word");
        string id = (await host.RunAsync()).InstanceId;
        await host.Client.SuspendInstanceAsync(id, "holidays");
        OrchestrationMetadata held = await host.LookAsync(id);
        Assert.Equal(OrchestrationRuntimeStatus.Suspended, held.RuntimeStatus);
        Assert.False(held.IsRunning);
        Assert.False(held.IsCompleted);
        await host.Client.ResumeInstanceAsync(id);
        Assert.True((await host.LookAsync(id)).IsRunning);
    }

    /// <summary>The tracking store of Azure writes the reason, as plain text, where the output will be.</summary>
    [Fact]
    public async Task Reason_OfTheSuspension_StandsWhereTheOutputWillBe()
    {
        await using TestHost host = await TestHost.StartAsync();
        host.Code.Main = static async context => await context.WaitForExternalEvent<string>("word");
        string id = (await host.RunAsync()).InstanceId;
        await host.Client.SuspendInstanceAsync(id, "holidays");
        Assert.Equal("holidays", (await host.LookAsync(id)).SerializedOutput);
        await host.Client.ResumeInstanceAsync(id);
        Assert.Null((await host.LookAsync(id)).SerializedOutput);
    }

    [Fact]
    public async Task SuspendedInstance_KeepsItsEvents_InOrder_OverARestart()
    {
        await using TestHost host = await TestHost.StartAsync();
        host.Code.Main = static async context =>
            await context.WaitForExternalEvent<string>("word") + await context.WaitForExternalEvent<string>("word");
        string id = (await host.RunAsync()).InstanceId;
        await host.Client.SuspendInstanceAsync(id);
        await host.Client.RaiseEventAsync(id, "word", "a");
        await host.RestartAsync();
        await host.Client.RaiseEventAsync(id, "word", "b");
        Assert.Equal(OrchestrationRuntimeStatus.Suspended, (await host.LookAsync(id)).RuntimeStatus);
        await host.Client.ResumeInstanceAsync(id);
        Assert.Equal("ab", (await host.LookAsync(id)).ReadOutputAs<string>());
    }

    /// <summary>Some of them find it held and go to the file, some the turn takes from memory.</summary>
    [Fact]
    public async Task Events_RaisedWhileTheInstanceIsHeldAndLetGo_ArriveOnce_InOrder()
    {
        const int Count = 300;
        await using TestHost host = await TestHost.StartAsync();
        host.Code.Main = static async context =>
        {
            List<int> heard = context.GetInput<List<int>>() ?? [];
            do
            {
                heard.Add(await context.WaitForExternalEvent<int>("word"));
            }
            while (heard.Count % 9 != 0 && heard.Count < Count);
            if (heard.Count < Count)
            {
                context.ContinueAsNew(heard);
            }

            return heard;
        };
        string id = await host.OrchestrateAsync();
        Task raising = RaiseAsync();
        while (!raising.IsCompleted)
        {
            await host.Client.SuspendInstanceAsync(id);
            await Task.Yield();
            await host.Client.ResumeInstanceAsync(id);
            await host.Clock.SettleAsync();
        }

        await raising;
        await host.Client.RaiseEventAsync(id, "word", Count - 1);
        Assert.Equal(Enumerable.Range(0, Count), (await host.LookAsync(id)).ReadOutputAs<List<int>>());

        async Task RaiseAsync()
        {
            for (int number = 0; number < Count - 1; number++)
            {
                await host.Client.RaiseEventAsync(id, "word", number);
            }
        }
    }

    [Fact]
    public async Task SuspendedInstance_KeepsItsTimers_WhichFireOnceResumed()
    {
        await using TestHost host = await TestHost.StartAsync();
        host.Code.Main = static async context =>
        {
            await context.CreateTimer(TimeSpan.FromHours(1), CancellationToken.None);
            return context.CurrentUtcDateTime;
        };
        string id = (await host.RunAsync()).InstanceId;
        await host.Client.SuspendInstanceAsync(id);
        await host.Clock.AdvanceByAsync(TimeSpan.FromHours(5));
        Assert.Equal(OrchestrationRuntimeStatus.Suspended, (await host.LookAsync(id)).RuntimeStatus);
        await host.Client.ResumeInstanceAsync(id);
        Assert.Equal(host.Clock.Now.UtcDateTime, (await host.LookAsync(id)).ReadOutputAs<DateTime>());
    }

    [Fact]
    public async Task SuspendedInstance_KeepsResultsOfActivitiesUnderWay()
    {
        await using TestHost host = await TestHost.StartAsync();
        host.Code.Work = async _ =>
        {
            host.Journal.Add("at work");
            await host.Journal.Gate("work").Task;
            return "result";
        };
        host.Code.Main = static async context => await context.CallActivityAsync<string>(nameof(InlineFunctions.Work));
        string id = await host.OrchestrateAsync();
        await host.WhenAsync(() => host.Journal.Lines.Contains("at work"));
        await host.Client.SuspendInstanceAsync(id);
        host.Journal.Gate("work").SetResult();
        Assert.Equal(OrchestrationRuntimeStatus.Suspended, (await host.LookAsync(id)).RuntimeStatus);
        await host.Client.ResumeInstanceAsync(id);
        Assert.Equal("result", (await host.LookAsync(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task SuspendedInstance_CanBeTerminated()
    {
        await using TestHost host = await TestHost.StartAsync();
        host.Code.Main = static async context => await context.WaitForExternalEvent<string>("word");
        string id = (await host.RunAsync()).InstanceId;
        await host.Client.SuspendInstanceAsync(id);
        await host.Client.TerminateInstanceAsync(id);
        Assert.Equal(OrchestrationRuntimeStatus.Terminated, (await host.LookAsync(id)).RuntimeStatus);
    }

    /// <summary>Azure refuses it to the client too, there as an RPC failure.</summary>
    [Fact]
    public async Task Suspension_OfAnInstanceThatIsMissingHasEndedOrIsSuspended_IsRefused()
    {
        await using TestHost host = await TestHost.StartAsync();
        string ended = (await host.RunAsync()).InstanceId;
        host.Code.Main = static async context => await context.WaitForExternalEvent<string>("word");
        string held = (await host.RunAsync()).InstanceId;
        await host.Client.SuspendInstanceAsync(held);
        foreach (string id in (string[])["nobody", ended, held])
        {
            await Assert.ThrowsAsync<InvalidOperationException>(() => host.Client.SuspendInstanceAsync(id));
        }
    }

    [Fact]
    public async Task Resumption_OfAnInstanceThatIsNotSuspended_IsRefused()
    {
        await using TestHost host = await TestHost.StartAsync();
        host.Code.Main = static async context => await context.WaitForExternalEvent<string>("word");
        string running = (await host.RunAsync()).InstanceId;
        foreach (string id in (string[])["nobody", running])
        {
            await Assert.ThrowsAsync<InvalidOperationException>(() => host.Client.ResumeInstanceAsync(id));
        }
    }
}
