using DurableTask.Core.Exceptions;
using ComplaintFlow.LocalHost.Tests.Functions;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace ComplaintFlow.LocalHost.Tests.Engine;

public sealed class OrchestrationTests
{
    [Fact]
    public async Task Sequence_OfActivities_GivesTheirResults()
    {
        await using TestHost host = await TestHost.StartAsync();
        string id = await host.Client.ScheduleNewOrchestrationInstanceAsync(nameof(Orchestrators.Sequence), "é");
        OrchestrationMetadata done = await host.Client.WaitForInstanceCompletionAsync(id, true, CancellationToken.None);
        Assert.Equal(OrchestrationRuntimeStatus.Completed, done.RuntimeStatus);
        Assert.Equal("É1É2", done.ReadOutputAs<string>());
        Assert.Equal("é", done.ReadInputAs<string>());
    }

    [Fact]
    public async Task Start_OfARunningId_IsRefused_AndOfAnEndedOne_Replaces()
    {
        await using TestHost host = await TestHost.StartAsync();
        StartOrchestrationOptions same = new("R26-1");
        await host.Client.ScheduleNewOrchestrationInstanceAsync(nameof(Orchestrators.Listener), 1, same);
        await Assert.ThrowsAsync<OrchestrationAlreadyExistsException>(() =>
            host.Client.ScheduleNewOrchestrationInstanceAsync(nameof(Orchestrators.Listener), 1, same));
        await host.Client.RaiseEventAsync("R26-1", "word", "a");
        await host.Clock.SettleAsync();
        await host.Client.ScheduleNewOrchestrationInstanceAsync(nameof(Orchestrators.Listener), 1, same);
        await host.Client.RaiseEventAsync("R26-1", "word", "b");
        OrchestrationMetadata done = await host.Client.WaitForInstanceCompletionAsync("R26-1", true, CancellationToken.None);
        Assert.Equal("b", done.ReadOutputAs<string>());
    }

    [Fact]
    public async Task Start_OfAnUnknownOrchestrator_IsRefused()
    {
        await using TestHost host = await TestHost.StartAsync();
        await Assert.ThrowsAsync<ArgumentException>(() => host.Client.ScheduleNewOrchestrationInstanceAsync("Nobody"));
    }

    [Fact]
    public async Task Exception_InAnOrchestrator_FailsTheInstanceWithItsText()
    {
        await using TestHost host = await TestHost.StartAsync();
        string id = await host.Client.ScheduleNewOrchestrationInstanceAsync(nameof(Orchestrators.Thrower));
        OrchestrationMetadata failed = await host.Client.WaitForInstanceCompletionAsync(id, true, CancellationToken.None);
        Assert.Equal(OrchestrationRuntimeStatus.Failed, failed.RuntimeStatus);
        Assert.Equal("thrown", failed.FailureDetails!.ErrorMessage);
        Assert.Contains("thrown", failed.SerializedOutput, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(nameof(Orchestrators.Foreign))]
    [InlineData(nameof(Orchestrators.ForeignBesideTimer))]
    public async Task ForeignTask_Awaited_FailsTheInstanceClearly(string orchestrator)
    {
        await using TestHost host = await TestHost.StartAsync();
        string id = await host.Client.ScheduleNewOrchestrationInstanceAsync(orchestrator);
        await host.Clock.AdvanceByAsync(TimeSpan.FromDays(2));
        OrchestrationMetadata failed = (await host.Client.GetInstanceAsync(id, true))!;
        Assert.Equal(OrchestrationRuntimeStatus.Failed, failed.RuntimeStatus);
        Assert.Contains("only durable tasks", failed.FailureDetails!.ErrorMessage, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ContextValues_AreTheSameInEveryReplay_AndLoggersSpeakOnce()
    {
        await using TestHost host = await TestHost.StartAsync();
        string id = await host.Client.ScheduleNewOrchestrationInstanceAsync(nameof(Orchestrators.Deterministic));
        await host.Clock.AdvanceByAsync(TimeSpan.FromHours(2));
        OrchestrationMetadata done = (await host.Client.GetInstanceAsync(id, true))!;
        string[] parts = done.ReadOutputAs<string>()!.Split('|');
        Assert.Contains(parts[0], host.Journal.Lines);
        Assert.Equal("2026-03-02T09:00:00.0000000Z", parts[2]);
        string[] ids = parts[0].Split(' ');
        Assert.NotEqual(ids[0], ids[1]);
        Assert.Equal(["log before 1", "log after 2"], host.Journal.Lines.Where(line => line.StartsWith("log", StringComparison.Ordinal)));
        Assert.Contains("middleware Deterministic without http", host.Journal.Lines);
    }

    [Fact]
    public async Task ChangedOrchestrator_OnReplay_FailsNamingTheStep()
    {
        await using TestHost host = await TestHost.StartAsync();
        string id = await host.Client.ScheduleNewOrchestrationInstanceAsync(nameof(Orchestrators.Changing));
        await host.Clock.SettleAsync();
        Orchestrators.Changed = true;
        try
        {
            await host.Client.RaiseEventAsync(id, "word");
            OrchestrationMetadata failed = await host.Client.WaitForInstanceCompletionAsync(id, true, CancellationToken.None);
            Assert.Equal(OrchestrationRuntimeStatus.Failed, failed.RuntimeStatus);
            Assert.Contains("step 0, activity 'Note'", failed.FailureDetails!.ErrorMessage, StringComparison.Ordinal);
            Assert.Contains("step 0, timer", failed.FailureDetails.ErrorMessage, StringComparison.Ordinal);
        }
        finally
        {
            Orchestrators.Changed = false;
        }
    }

    [Fact]
    public async Task SubOrchestrations_GiveResultsAndFailures()
    {
        await using TestHost host = await TestHost.StartAsync();
        string id = await host.Client.ScheduleNewOrchestrationInstanceAsync(nameof(Orchestrators.Parent), "x");
        OrchestrationMetadata done = await host.Client.WaitForInstanceCompletionAsync(id, true, CancellationToken.None);
        Assert.Equal("X1X2 thrown", done.ReadOutputAs<string>());
        Assert.NotNull(await host.Client.GetInstanceAsync(id + "-child"));
    }

    [Fact]
    public async Task ContinueAsNew_ToldSo_DropsUnprocessedEvents()
    {
        await using TestHost host = await TestHost.StartAsync();
        string id = await host.Client.ScheduleNewOrchestrationInstanceAsync(nameof(Orchestrators.Dropping), 0);
        await host.Client.RaiseEventAsync(id, "word", "dropped");
        await host.Client.RaiseEventAsync(id, "go");
        await host.Clock.SettleAsync();
        await host.Client.RaiseEventAsync(id, "word", "heard");
        OrchestrationMetadata done = await host.Client.WaitForInstanceCompletionAsync(id, true, CancellationToken.None);
        Assert.Equal("heard", done.ReadOutputAs<string>());
    }

    [Fact]
    public async Task ContinueAsNew_KeepsUnprocessedEventsInOrder()
    {
        await using TestHost host = await TestHost.StartAsync();
        string id = await host.Client.ScheduleNewOrchestrationInstanceAsync(nameof(Orchestrators.Counter), 0);
        foreach (int number in new[] { 1, 2, 3, 4 })
        {
            await host.Client.RaiseEventAsync(id, "ADD", number);
        }

        OrchestrationMetadata done = await host.Client.WaitForInstanceCompletionAsync(id, true, CancellationToken.None);
        Assert.Equal(10, done.ReadOutputAs<int>());
        Assert.Equal(6, done.ReadCustomStatusAs<int>());
    }
}
