using DurableTask.Core.Exceptions;
using ComplaintFlow.LocalHost.Tests.Functions;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace ComplaintFlow.LocalHost.Tests.Conformance;

/// <summary>A start names an orchestrator, an id, an input and an instant.</summary>
public sealed class StartingTests
{
    [Fact]
    public async Task Start_WithAnId_RunsUnderThatId()
    {
        await using TestHost host = await TestHost.StartAsync();
        host.Code.Main = static context => Task.FromResult<object?>(context.InstanceId);
        OrchestrationMetadata done = await host.RunAsync(id: "R26-0001");
        Assert.Equal("R26-0001", done.ReadOutputAs<string>());
        Assert.Equal(nameof(InlineFunctions.Main), done.Name);
    }

    [Fact]
    public async Task Start_WithoutAnId_GetsOneOfItsOwn()
    {
        await using TestHost host = await TestHost.StartAsync();
        string[] ids = [await host.OrchestrateAsync(), await host.OrchestrateAsync(), await host.OrchestrateAsync(id: string.Empty)];
        Assert.Equal(3, ids.Distinct().Count());
        Assert.All(ids, id => Assert.Matches("^[0-9a-f]{32}$", id));
    }

    [Fact]
    public async Task Start_NamesTheOrchestrator_WhateverTheCase()
    {
        await using TestHost host = await TestHost.StartAsync();
        string id = await host.Client.ScheduleNewOrchestrationInstanceAsync("MAIN");
        Assert.Equal(OrchestrationRuntimeStatus.Completed, (await host.LookAsync(id)).RuntimeStatus);
    }

    [Fact]
    public async Task Start_OfAnUnknownOrchestrator_IsRefused()
    {
        await using TestHost host = await TestHost.StartAsync();
        await Assert.ThrowsAsync<ArgumentException>(() => host.Client.ScheduleNewOrchestrationInstanceAsync("Nobody"));
    }

    /// <summary>Azure keeps ids in the keys of tables, which take none of these; its client refuses them at the start.</summary>
    [Theory]
    [InlineData("@entity")]
    [InlineData("a/b")]
    [InlineData(@"a\b")]
    [InlineData("a#b")]
    [InlineData("a?b")]
    [InlineData("a\u0007b")]
    public async Task Start_WithAnIdThatAzureCannotKeep_IsRefused(string id)
    {
        await using TestHost host = await TestHost.StartAsync();
        await Assert.ThrowsAsync<ArgumentException>(() => host.OrchestrateAsync(id: id));
    }

    [Fact]
    public async Task Start_WithALongId_IsTakenUpTo256Characters()
    {
        await using TestHost host = await TestHost.StartAsync();
        await host.OrchestrateAsync(id: new string('a', 256));
        await Assert.ThrowsAsync<ArgumentException>(() => host.OrchestrateAsync(id: new string('a', 257)));
    }

    [Theory]
    [InlineData(OrchestrationRuntimeStatus.Running)]
    [InlineData(OrchestrationRuntimeStatus.Suspended)]
    [InlineData(OrchestrationRuntimeStatus.Pending)]
    public async Task Start_OfAnIdThatHasNotEnded_IsRefused_AndChangesNothing(OrchestrationRuntimeStatus status)
    {
        await using TestHost host = await TestHost.StartAsync();
        host.Code.Main = static async context => await context.WaitForExternalEvent<string>("word");
        StartOrchestrationOptions options = new("one", status == OrchestrationRuntimeStatus.Pending ? host.Clock.Now.AddDays(1) : null);
        await host.Client.ScheduleNewOrchestrationInstanceAsync(nameof(InlineFunctions.Main), "first", options);
        await host.Clock.SettleAsync();
        if (status == OrchestrationRuntimeStatus.Suspended)
        {
            await host.Client.SuspendInstanceAsync("one");
        }

        await Assert.ThrowsAsync<OrchestrationAlreadyExistsException>(() => host.OrchestrateAsync("second", "one"));
        OrchestrationMetadata present = await host.LookAsync("one");
        Assert.Equal(status, present.RuntimeStatus);
        Assert.Equal("first", present.ReadInputAs<string>());
    }

    [Fact]
    public async Task Start_OfOneIdByMany_SucceedsForOne()
    {
        await using TestHost host = await TestHost.StartAsync();
        host.Code.Main = static async context => await context.WaitForExternalEvent<string>("word");
        Exception?[] refusals = await Task.WhenAll(Enumerable.Range(0, 20).Select(number => Record.ExceptionAsync(() => host.OrchestrateAsync(number, "one"))));
        Assert.Single(refusals, refusal => refusal is null);
        Assert.Equal(19, refusals.OfType<OrchestrationAlreadyExistsException>().Count());
    }

    [Fact]
    public async Task StartAt_InTheFuture_IsPendingUntilThen_AndKeepsEvents()
    {
        await using TestHost host = await TestHost.StartAsync();
        host.Code.Main = static async context => $"{await context.WaitForExternalEvent<string>("word")} {context.CurrentUtcDateTime:yyyy-MM-dd}";
        StartOrchestrationOptions later = new("later", host.Clock.Now.AddDays(2));
        await host.Client.ScheduleNewOrchestrationInstanceAsync(nameof(InlineFunctions.Main), null, later);
        await host.Client.RaiseEventAsync("later", "word", "kept");
        await host.Clock.AdvanceByAsync(TimeSpan.FromDays(2) - TimeSpan.FromTicks(1));
        Assert.Equal(OrchestrationRuntimeStatus.Pending, (await host.LookAsync("later")).RuntimeStatus);
        await host.Clock.AdvanceByAsync(TimeSpan.FromTicks(1));
        Assert.Equal("kept 2026-03-04", (await host.LookAsync("later")).ReadOutputAs<string>());
    }

    [Fact]
    public async Task StartAt_InThePast_StartsAtOnce()
    {
        await using TestHost host = await TestHost.StartAsync();
        StartOrchestrationOptions earlier = new("earlier", host.Clock.Now.AddDays(-2));
        await host.Client.ScheduleNewOrchestrationInstanceAsync(nameof(InlineFunctions.Main), null, earlier);
        Assert.Equal(OrchestrationRuntimeStatus.Completed, (await host.LookAsync("earlier")).RuntimeStatus);
    }

    [Fact]
    public async Task Tags_OfAStart_AreKeptWithTheInstance()
    {
        await using TestHost host = await TestHost.StartAsync();
        StartOrchestrationOptions tagged = new("tagged") { Tags = new Dictionary<string, string> { ["firm"] = "Été" } };
        await host.Client.ScheduleNewOrchestrationInstanceAsync(nameof(InlineFunctions.Main), null, tagged);
        Assert.Equal("Été", (await host.LookAsync("tagged")).Tags["firm"]);
    }

    [Fact]
    public async Task WaitForInstanceStart_ReturnsWhenTheFirstTurnIsOver()
    {
        await using TestHost host = await TestHost.StartAsync();
        host.Code.Main = static async context => await context.WaitForExternalEvent<string>("word");
        string id = await host.OrchestrateAsync();
        Assert.Equal(OrchestrationRuntimeStatus.Running, (await host.Client.WaitForInstanceStartAsync(id)).RuntimeStatus);
    }

    [Fact]
    public async Task WaitForInstanceCompletion_ReturnsAtTheEnd_HoweverItCame()
    {
        await using TestHost host = await TestHost.StartAsync();
        host.Code.Main = static async context => await context.WaitForExternalEvent<string>("word");
        string completed = await host.OrchestrateAsync();
        string terminated = await host.OrchestrateAsync();
        Task<OrchestrationMetadata>[] ends = [host.Client.WaitForInstanceCompletionAsync(completed), host.Client.WaitForInstanceCompletionAsync(terminated)];
        await host.Client.RaiseEventAsync(completed, "word", "x");
        await host.Client.TerminateInstanceAsync(terminated);
        Assert.Equal(
            [OrchestrationRuntimeStatus.Completed, OrchestrationRuntimeStatus.Terminated],
            (await Task.WhenAll(ends)).Select(end => end.RuntimeStatus));
    }
}
