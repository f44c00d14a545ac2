using ComplaintFlow.LocalHost.Engine;
using ComplaintFlow.LocalHost.Tests.Functions;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;

namespace ComplaintFlow.LocalHost.Tests.Conformance;

/// <summary>An id that has ended can be started again: a new run, with nothing of the old one left.</summary>
public sealed class SecondRunTests
{
    [Theory]
    [InlineData(OrchestrationRuntimeStatus.Completed)]
    [InlineData(OrchestrationRuntimeStatus.Failed)]
    [InlineData(OrchestrationRuntimeStatus.Terminated)]
    public async Task Start_OfAnIdThatHasEnded_IsANewRun(OrchestrationRuntimeStatus ended)
    {
        await using TestHost host = await TestHost.StartAsync();
        host.Code.Main = async context =>
        {
            context.SetCustomStatus("old");
            return ended switch
            {
                OrchestrationRuntimeStatus.Failed => throw new InvalidOperationException("old"),
                OrchestrationRuntimeStatus.Terminated => await context.WaitForExternalEvent<string>("word"),
                _ => "old",
            };
        };
        StartOrchestrationOptions tagged = new("one") { Tags = new Dictionary<string, string> { ["run"] = "old" } };
        await host.Client.ScheduleNewOrchestrationInstanceAsync(nameof(InlineFunctions.Main), "old", tagged);
        await host.Clock.SettleAsync();
        if (ended == OrchestrationRuntimeStatus.Terminated)
        {
            await host.Client.TerminateInstanceAsync("one", "old");
        }

        Assert.Equal(ended, (await host.LookAsync("one")).RuntimeStatus);

        host.Code.Main = static async context => await context.WaitForExternalEvent<string>("word");
        await host.Clock.AdvanceByAsync(TimeSpan.FromDays(1));
        OrchestrationMetadata again = await host.RunAsync("new", "one");
        Assert.Equal(OrchestrationRuntimeStatus.Running, again.RuntimeStatus);
        Assert.Equal("new", again.ReadInputAs<string>());
        Assert.Equal(host.Clock.Now, again.CreatedAt);
        Assert.Null(again.SerializedOutput);
        Assert.Null(again.SerializedCustomStatus);
        Assert.Null(again.FailureDetails);
        Assert.Empty(again.Tags);
    }

    [Fact]
    public async Task SecondRun_MayBeOfAnotherOrchestrator_AndDoesNotReplayTheHistoryOfTheFirst()
    {
        await using TestHost host = await TestHost.StartAsync();
        host.Code.Main = static async context => await context.CallActivityAsync<string>(nameof(InlineFunctions.Work), "old");
        await host.RunAsync(id: "one");
        host.Code.Child = static async context => await context.CallActivityAsync<string>(nameof(InlineFunctions.OtherWork), "new");
        await host.Client.ScheduleNewOrchestrationInstanceAsync(nameof(InlineFunctions.Child), new StartOrchestrationOptions("one"));
        OrchestrationMetadata again = await host.LookAsync("one");
        Assert.Equal("new", again.ReadOutputAs<string>());
        Assert.Equal(nameof(InlineFunctions.Child), again.Name);
    }

    [Fact]
    public async Task SecondRun_DoesNotGetEventsRaisedForTheFirst()
    {
        await using TestHost host = await TestHost.StartAsync();
        host.Code.Main = static async context => await context.WaitForExternalEvent<string>("end");
        await host.OrchestrateAsync(id: "one");
        await host.Client.RaiseEventAsync("one", "word", "old");
        await host.Client.RaiseEventAsync("one", "end", "old");
        await host.Clock.SettleAsync();
        host.Code.Main = static async context => await context.WaitForExternalEvent<string>("word");
        Assert.Equal(OrchestrationRuntimeStatus.Running, (await host.RunAsync(id: "one")).RuntimeStatus);
        await host.Client.RaiseEventAsync("one", "word", "new");
        Assert.Equal("new", (await host.LookAsync("one")).ReadOutputAs<string>());
    }

    [Fact]
    public async Task SecondRun_DoesNotGetTimersOfTheFirst()
    {
        await using TestHost host = await TestHost.StartAsync();
        host.Code.Main = static context => Wait(context, TimeSpan.FromHours(1));
        await host.RunAsync(id: "one");
        await host.Client.TerminateInstanceAsync("one");
        host.Code.Main = static context => Wait(context, TimeSpan.FromHours(3));
        await host.RunAsync(id: "one");
        await host.Clock.AdvanceByAsync(TimeSpan.FromHours(2));
        Assert.True((await host.LookAsync("one")).IsRunning);
        await host.Clock.AdvanceByAsync(TimeSpan.FromHours(1));
        Assert.Equal(OrchestrationRuntimeStatus.Completed, (await host.LookAsync("one")).RuntimeStatus);
    }

    [Fact]
    public async Task SecondRun_DoesNotGetActivityResultsOfTheFirst_ThatComeLate()
    {
        await using TestHost host = await TestHost.StartAsync();
        host.Code.Work = async input =>
        {
            host.Journal.Add($"at work {input}");
            await host.Journal.Gate($"{input}").Task;
            return $"result for {input}";
        };
        host.Code.Main = static async context => await context.CallActivityAsync<string>(nameof(InlineFunctions.Work), context.GetInput<string>());
        await host.OrchestrateAsync("old", "one");
        await host.WhenAsync(() => host.Journal.Lines.Contains("at work old"));
        await host.Client.TerminateInstanceAsync("one");
        await host.OrchestrateAsync("new", "one");
        await host.WhenAsync(() => host.Journal.Lines.Contains("at work new"));
        host.Journal.Gate("old").SetResult();
        host.Journal.Gate("new").SetResult();
        Assert.Equal("result for new", (await host.LookAsync("one")).ReadOutputAs<string>());
    }

    [Fact]
    public async Task SecondRun_DoesNotGetTheResultOfAChildOfTheFirst_ThatComesLate()
    {
        await using TestHost host = await TestHost.StartAsync();
        host.Code.Child = static async context => await context.WaitForExternalEvent<string>("word");
        host.Code.Main = static async context => await context.CallSubOrchestratorAsync<string>(
            nameof(InlineFunctions.Child), new SubOrchestrationOptions(instanceId: context.GetInput<string>()));
        await host.RunAsync("old-child", "one");
        await host.Client.TerminateInstanceAsync("one");
        await host.RunAsync("new-child", "one");
        await host.Client.RaiseEventAsync("old-child", "word", "old");
        Assert.True((await host.LookAsync("one")).IsRunning);
        await host.Client.RaiseEventAsync("new-child", "word", "new");
        Assert.Equal("new", (await host.LookAsync("one")).ReadOutputAs<string>());
    }

    [Fact]
    public async Task SecondRun_LeavesNoRowOfTheFirstInTheFile()
    {
        await using TestHost host = await TestHost.StartAsync();
        host.Code.Main = static async context =>
        {
            Task timer = context.CreateTimer(TimeSpan.FromDays(9), CancellationToken.None);
            await Task.WhenAny(timer, context.WaitForExternalEvent<string>("word"));
            return null;
        };
        await host.RunAsync(id: "one");
        await host.Client.RaiseEventAsync("one", "unheard", "old");
        await host.Client.TerminateInstanceAsync("one");
        Assert.Equal("0 0", Left());
        host.Code.Main = static _ => Task.FromResult<object?>(null);
        await host.RunAsync(id: "one");
        Assert.Equal("0 0", Left());
        Assert.Equal(1L, Count("history"));

        string Left() => $"{Count("timers")} {Count("messages")}";
        object Count(string rows) => host.Services.GetRequiredService<OrchestrationEngine>().Reader.Read(
            session => session.Scalar($"SELECT COUNT(*) FROM {rows}")!);
    }

    private static async Task<object?> Wait(TaskOrchestrationContext context, TimeSpan time)
    {
        await context.CreateTimer(time, CancellationToken.None);
        return null;
    }
}
