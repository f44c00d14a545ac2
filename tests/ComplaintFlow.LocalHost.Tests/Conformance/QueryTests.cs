using ComplaintFlow.LocalHost.Tests.Functions;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace ComplaintFlow.LocalHost.Tests.Conformance;

/// <summary>Clients see instances one by one, or all that match.</summary>
public sealed class QueryTests
{
    [Fact]
    public async Task Instance_ThatIsMissing_IsNull()
    {
        await using TestHost host = await TestHost.StartAsync();
        Assert.Null(await host.Client.GetInstanceAsync("nobody"));
    }

    /// <summary>Azure waits until there is one; here the mistake is told at once.</summary>
    [Fact]
    public async Task Wait_ForAMissingInstance_IsRefused()
    {
        await using TestHost host = await TestHost.StartAsync();
        await Assert.ThrowsAsync<InvalidOperationException>(() => host.Client.WaitForInstanceStartAsync("nobody"));
        await Assert.ThrowsAsync<InvalidOperationException>(() => host.Client.WaitForInstanceCompletionAsync("nobody"));
    }

    [Fact]
    public async Task Instance_ShowsItsDataOnlyWhenAskedTo()
    {
        await using TestHost host = await TestHost.StartAsync();
        host.Code.Main = static context =>
        {
            context.SetCustomStatus("custom");
            return Task.FromResult<object?>("output");
        };
        string id = (await host.RunAsync("input")).InstanceId;
        OrchestrationMetadata without = (await host.Client.GetInstanceAsync(id))!;
        Assert.Null(without.SerializedInput ?? without.SerializedOutput ?? without.SerializedCustomStatus);
        OrchestrationMetadata with = (await host.Client.GetInstanceAsync(id, getInputsAndOutputs: true))!;
        Assert.Equal("input output custom", $"{with.ReadInputAs<string>()} {with.ReadOutputAs<string>()} {with.ReadCustomStatusAs<string>()}");
    }

    /// <summary>The time of the last turn: an event counts when the instance has taken it, not when it was raised.</summary>
    [Fact]
    public async Task LastUpdatedAt_IsTheTimeOfTheLastTurn()
    {
        await using TestHost host = await TestHost.StartAsync();
        host.Code.Main = static async context => await context.WaitForExternalEvent<string>("word");
        OrchestrationMetadata first = await host.RunAsync();
        Assert.Equal(host.Clock.Now, first.CreatedAt);
        Assert.Equal(host.Clock.Now, first.LastUpdatedAt);
        await host.Clock.AdvanceByAsync(TimeSpan.FromDays(1));
        Assert.Equal(first.LastUpdatedAt, (await host.LookAsync(first.InstanceId)).LastUpdatedAt);
        await host.Client.RaiseEventAsync(first.InstanceId, "word");
        OrchestrationMetadata last = await host.LookAsync(first.InstanceId);
        Assert.Equal(host.Clock.Now, last.LastUpdatedAt);
        Assert.Equal(first.CreatedAt, last.CreatedAt);
    }

    [Theory]
    [InlineData(null, "completed failed pending running suspended terminated")]
    [InlineData(OrchestrationRuntimeStatus.Running, "running")]
    [InlineData(OrchestrationRuntimeStatus.Completed, "completed")]
    [InlineData(OrchestrationRuntimeStatus.Failed, "failed")]
    [InlineData(OrchestrationRuntimeStatus.Terminated, "terminated")]
    [InlineData(OrchestrationRuntimeStatus.Suspended, "suspended")]
    [InlineData(OrchestrationRuntimeStatus.Pending, "pending")]
    public async Task Query_ByStatus_GivesThoseInIt(OrchestrationRuntimeStatus? status, string expected)
    {
        await using TestHost host = await TestHost.StartAsync();
        await host.RunAsync(id: "completed");
        host.Code.Main = static _ => throw new InvalidOperationException();
        await host.RunAsync(id: "failed");
        host.Code.Main = static async context => await context.WaitForExternalEvent<string>("word");
        foreach (string id in (string[])["running", "suspended", "terminated"])
        {
            await host.RunAsync(id: id);
        }

        await host.Client.SuspendInstanceAsync("suspended");
        await host.Client.TerminateInstanceAsync("terminated");
        await host.Client.ScheduleNewOrchestrationInstanceAsync(
            nameof(InlineFunctions.Main), new StartOrchestrationOptions("pending", host.Clock.Now.AddDays(1)));
        Assert.Equal(expected, await host.IdsAsync(new OrchestrationQuery(Statuses: status is { } one ? [one] : null)));
    }

    [Fact]
    public async Task Query_ByTimeOfCreation_IncludesBothEnds()
    {
        await using TestHost host = await TestHost.StartAsync();
        DateTimeOffset start = host.Clock.Now;
        for (int day = 0; day < 5; day++)
        {
            await host.RunAsync(id: $"day{day}");
            await host.Clock.AdvanceByAsync(TimeSpan.FromDays(1));
        }

        Assert.Equal("day1 day2 day3", await host.IdsAsync(new OrchestrationQuery(start.AddDays(1), start.AddDays(3))));
        Assert.Equal("day2", await host.IdsAsync(new OrchestrationQuery(start.AddDays(1).AddTicks(1), start.AddDays(3).AddTicks(-1))));
        Assert.Equal("day4", await host.IdsAsync(new OrchestrationQuery(CreatedFrom: start.AddDays(4).ToOffset(TimeSpan.FromHours(-7)))));
    }

    [Fact]
    public async Task Query_ByPrefix_GivesIdsThatBeginSo_InTheirCase()
    {
        await using TestHost host = await TestHost.StartAsync();
        foreach (string id in (string[])["R26-1", "R26-2", "r26-3", "R260", "%", "XR26-"])
        {
            await host.RunAsync(id: id);
        }

        Assert.Equal("R26-1 R26-2", await host.IdsAsync(new OrchestrationQuery(InstanceIdPrefix: "R26-")));
        Assert.Equal("%", await host.IdsAsync(new OrchestrationQuery(InstanceIdPrefix: "%")));
    }

    [Fact]
    public async Task Query_GivesPages_AndGoesOnWhereATokenSays()
    {
        await using TestHost host = await TestHost.StartAsync();
        foreach (int number in Enumerable.Range(0, 7))
        {
            await host.RunAsync(number, $"i{number}");
        }

        List<Page<OrchestrationMetadata>> pages = [];
        OrchestrationQuery query = new(PageSize: 3, FetchInputsAndOutputs: true);
        await foreach (Page<OrchestrationMetadata> page in host.Client.GetAllInstancesAsync(query).AsPages())
        {
            pages.Add(page);
        }

        Assert.Equal("3 3 1", string.Join(' ', pages.Select(page => page.Values.Count)));
        Assert.Null(pages[2].ContinuationToken);
        Assert.Equal("0123456", string.Concat(pages.SelectMany(page => page.Values).Select(found => found.ReadInputAs<int>())));
        Assert.Equal("i3 i4 i5 i6", await host.IdsAsync(new OrchestrationQuery(ContinuationToken: pages[0].ContinuationToken)));
    }

    [Fact]
    public async Task Query_ForExactlyOnePage_HasNoSecond()
    {
        await using TestHost host = await TestHost.StartAsync();
        await host.RunAsync();
        await host.RunAsync();
        int pages = 0;
        await foreach (Page<OrchestrationMetadata> page in host.Client.GetAllInstancesAsync(new OrchestrationQuery(PageSize: 2)).AsPages())
        {
            pages++;
            Assert.Null(page.ContinuationToken);
        }

        Assert.Equal(1, pages);
    }

    [Fact]
    public async Task Query_ThatNothingMatches_GivesNothing()
    {
        await using TestHost host = await TestHost.StartAsync();
        await host.RunAsync();
        Assert.Empty(await host.IdsAsync(new OrchestrationQuery(InstanceIdPrefix: "nobody")));
    }
}
