using ComplaintFlow.LocalHost.Tests.Functions;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace ComplaintFlow.LocalHost.Tests.Engine;

public sealed class LifeTests
{
    [Fact]
    public async Task SuspendedInstance_KeepsWhatHappens_AndGoesOnWhenResumed()
    {
        await using TestHost host = await TestHost.StartAsync();
        string id = await host.Client.ScheduleNewOrchestrationInstanceAsync(nameof(Orchestrators.Listener), 1);
        await host.Clock.SettleAsync();
        await host.Client.SuspendInstanceAsync(id);
        await host.Client.RaiseEventAsync(id, "word", "kept");
        await host.RestartAsync();
        await host.Clock.SettleAsync();
        Assert.Equal(OrchestrationRuntimeStatus.Suspended, (await host.Client.GetInstanceAsync(id))!.RuntimeStatus);
        await host.Client.ResumeInstanceAsync(id);
        OrchestrationMetadata done = await host.Client.WaitForInstanceCompletionAsync(id, true, CancellationToken.None);
        Assert.Equal("kept", done.ReadOutputAs<string>());
    }

    [Fact]
    public async Task TerminatedInstance_EndsAtOnce_AndItsTimersAreGone()
    {
        await using TestHost host = await TestHost.StartAsync();
        string id = await host.Client.ScheduleNewOrchestrationInstanceAsync(nameof(Orchestrators.Sleeper));
        await host.Clock.SettleAsync();
        await host.Client.TerminateInstanceAsync(id, "enough");
        OrchestrationMetadata ended = await host.Client.WaitForInstanceCompletionAsync(id, true, CancellationToken.None);
        Assert.Equal(OrchestrationRuntimeStatus.Terminated, ended.RuntimeStatus);
        Assert.Equal("enough", ended.ReadOutputAs<string>());
        await host.Clock.AdvanceByAsync(TimeSpan.FromDays(100));
        Assert.DoesNotContain(host.Journal.Lines, line => line.StartsWith("after", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Termination_MayTakeTheSubOrchestrationsAlong()
    {
        await using TestHost host = await TestHost.StartAsync();
        string id = await host.Client.ScheduleNewOrchestrationInstanceAsync(nameof(Orchestrators.Keeper));
        await host.Clock.SettleAsync();
        Task<OrchestrationMetadata> child = host.Client.WaitForInstanceCompletionAsync(id + "-kept");
        await host.Client.TerminateInstanceAsync(id, new TerminateInstanceOptions(Recursive: true));
        Assert.Equal(OrchestrationRuntimeStatus.Terminated, (await child).RuntimeStatus);
        Assert.Equal(2, (await host.Client.PurgeInstanceAsync(id, new PurgeInstanceOptions(true))).PurgedInstanceCount);
    }

    [Fact]
    public async Task Purge_ForgetsEndedInstancesOnly()
    {
        await using TestHost host = await TestHost.StartAsync();
        string ended = await host.Client.ScheduleNewOrchestrationInstanceAsync(nameof(Orchestrators.Thrower));
        string running = await host.Client.ScheduleNewOrchestrationInstanceAsync(nameof(Orchestrators.Listener), 1);
        await host.Clock.SettleAsync();
        Assert.Equal(0, (await host.Client.PurgeInstanceAsync("nobody")).PurgedInstanceCount);
        await Assert.ThrowsAsync<InvalidOperationException>(() => host.Client.PurgeInstanceAsync(running));
        Assert.Equal(1, (await host.Client.PurgeInstanceAsync(ended)).PurgedInstanceCount);
        Assert.Null(await host.Client.GetInstanceAsync(ended));
        Assert.Equal(0, (await host.Client.PurgeAllInstancesAsync(new PurgeInstancesFilter())).PurgedInstanceCount);
    }

    [Fact]
    public async Task Query_ByStatusPrefixAndTime_GivesPages()
    {
        await using TestHost host = await TestHost.StartAsync();
        for (int number = 0; number < 7; number++)
        {
            await host.Client.ScheduleNewOrchestrationInstanceAsync(nameof(Orchestrators.Listener), 1, new StartOrchestrationOptions($"R26-{number}"));
        }

        await host.Client.ScheduleNewOrchestrationInstanceAsync(nameof(Orchestrators.Thrower), null, new StartOrchestrationOptions("R26-X"));
        await host.Client.ScheduleNewOrchestrationInstanceAsync(nameof(Orchestrators.Listener), 1, new StartOrchestrationOptions("other"));
        await host.Clock.SettleAsync();
        OrchestrationQuery query = new(Statuses: [OrchestrationRuntimeStatus.Running], InstanceIdPrefix: "R26-", PageSize: 3);
        List<int> sizes = [];
        await foreach (Page<OrchestrationMetadata> page in host.Client.GetAllInstancesAsync(query).AsPages())
        {
            sizes.Add(page.Values.Count);
        }

        Assert.Equal([3, 3, 1], sizes);
        OrchestrationQuery future = new(CreatedFrom: host.Clock.Now.AddSeconds(1));
        await foreach (OrchestrationMetadata found in host.Client.GetAllInstancesAsync(future))
        {
            Assert.Fail($"{found.InstanceId} was not started in the future.");
        }
    }

    [Fact]
    public async Task RestartedHost_GoesOnWithEventsRaisedBefore()
    {
        await using TestHost host = await TestHost.StartAsync();
        string id = await host.Client.ScheduleNewOrchestrationInstanceAsync(nameof(Orchestrators.Listener), 3);
        await host.Client.RaiseEventAsync(id, "word", "a");
        await host.RestartAsync();
        await host.Client.RaiseEventAsync(id, "word", "b");
        await host.RestartAsync();
        await host.Client.RaiseEventAsync(id, "word", "c");
        OrchestrationMetadata done = await host.Client.WaitForInstanceCompletionAsync(id, true, CancellationToken.None);
        Assert.Equal("abc", done.ReadOutputAs<string>());
    }

    [Fact]
    public async Task DamagedFile_IsNamedAndLeftAlone()
    {
        TestHost host = TestHost.Prepare();
        string file = Path.Combine(host.Directory, "engine.db");
        await File.WriteAllTextAsync(file, new string('x', 5000));
        IOException refused = await Assert.ThrowsAsync<IOException>(host.BeginAsync);
        Assert.Contains(file, refused.Message, StringComparison.Ordinal);
        Assert.Equal(new string('x', 5000), await File.ReadAllTextAsync(file));
        await host.DisposeAsync();
    }

    [Fact]
    public async Task DataDirectory_InUse_IsRefusedToASecondHost()
    {
        await using TestHost first = await TestHost.StartAsync();
        TestHost second = TestHost.Prepare($"--LocalHost__DataDirectory={first.Directory}");
        IOException refused = await Assert.ThrowsAsync<IOException>(second.BeginAsync);
        Assert.Contains(first.Directory, refused.Message, StringComparison.Ordinal);
        await second.DisposeAsync();
    }
}
