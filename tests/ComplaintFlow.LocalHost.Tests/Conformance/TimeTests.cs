using ComplaintFlow.LocalHost.Tests.Functions;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace ComplaintFlow.LocalHost.Tests.Conformance;

/// <summary>What an orchestrator asks its context for is the same whenever its code is replayed.</summary>
public sealed class TimeTests
{
    [Fact]
    public async Task Time_IsTheSameOnReplay()
    {
        await using TestHost host = await TestHost.StartAsync();
        List<DateTime> first = [];
        host.Code.Main = async context =>
        {
            first.Add(context.CurrentUtcDateTime);
            await context.CreateTimer(TimeSpan.FromHours(1), CancellationToken.None);
            await context.WaitForExternalEvent<string>("word");
            return context.CurrentUtcDateTime;
        };
        string id = await host.OrchestrateAsync();
        await host.Clock.AdvanceByAsync(TimeSpan.FromHours(2));
        await host.RestartAsync();
        await host.Client.RaiseEventAsync(id, "word");
        Assert.Equal(new DateTime(2026, 3, 2, 10, 0, 0, DateTimeKind.Utc), (await host.LookAsync(id)).ReadOutputAs<DateTime>());
        Assert.Equal(3, first.Count);
        Assert.All(first, time => Assert.Equal(new DateTime(2026, 3, 2, 8, 0, 0, DateTimeKind.Utc), time));
    }

    [Fact]
    public async Task Time_IsInUtc()
    {
        await using TestHost host = await TestHost.StartAsync();
        host.Code.Main = static context => Task.FromResult<object?>(context.CurrentUtcDateTime.Kind);
        Assert.Equal(DateTimeKind.Utc, (await host.RunAsync()).ReadOutputAs<DateTimeKind>());
    }

    [Fact]
    public async Task Time_StandsStillWithinATurn()
    {
        await using TestHost host = await TestHost.StartAsync();
        host.Code.Main = static async context =>
        {
            DateTime before = context.CurrentUtcDateTime;
            await context.WaitForExternalEvent<string>("word");
            DateTime between = context.CurrentUtcDateTime;
            await context.WaitForExternalEvent<string>("word");
            return $"{between - before} {context.CurrentUtcDateTime - between}";
        };
        string id = await host.OrchestrateAsync();
        await host.Client.SuspendInstanceAsync(id);
        await host.Clock.AdvanceByAsync(TimeSpan.FromMinutes(5));
        await host.Client.RaiseEventAsync(id, "word");
        await host.Clock.AdvanceByAsync(TimeSpan.FromMinutes(5));
        await host.Client.RaiseEventAsync(id, "word");
        await host.Client.ResumeInstanceAsync(id);
        Assert.EndsWith(" 00:00:00", (await host.LookAsync(id)).ReadOutputAs<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task NewGuid_IsTheSameOnReplay_AndAnotherAtEachCall_InEachInstance()
    {
        await using TestHost host = await TestHost.StartAsync();
        List<string> seen = [];
        host.Code.Main = async context =>
        {
            seen.Add($"{context.InstanceId} {context.NewGuid()} {context.NewGuid()}");
            await context.WaitForExternalEvent<string>("word");
            return null;
        };
        foreach (string id in (string[])["one", "two"])
        {
            await host.RunAsync(id: id);
            await host.RestartAsync();
            await host.Client.RaiseEventAsync(id, "word");
            Assert.True((await host.LookAsync(id)).IsCompleted);
        }

        Assert.Equal(4, seen.Count);
        Assert.Equal(2, seen.Distinct().Count());
        Assert.Equal(4, seen.SelectMany(ids => ids.Split(' ')[1..]).Distinct().Count());
    }

    [Fact]
    public async Task NewGuid_IsAnotherInTheNextRun()
    {
        await using TestHost host = await TestHost.StartAsync();
        HashSet<Guid> seen = [];
        host.Code.Main = context =>
        {
            seen.Add(context.NewGuid());
            if (context.GetInput<int>() < 2)
            {
                context.ContinueAsNew(context.GetInput<int>() + 1);
            }

            return Task.FromResult<object?>(null);
        };
        await host.RunAsync(0);
        Assert.Equal(3, seen.Count);
    }

    [Fact]
    public async Task IsReplaying_IsTrueForWhatHasHappened_AndFalseForWhatIsNew()
    {
        await using TestHost host = await TestHost.StartAsync();
        List<string> seen = [];
        host.Code.Main = async context =>
        {
            seen.Add($"begin {context.IsReplaying}");
            await context.WaitForExternalEvent<string>("word");
            seen.Add($"end {context.IsReplaying}");
            return null;
        };
        string id = await host.OrchestrateAsync();
        await host.Clock.SettleAsync();
        await host.Client.RaiseEventAsync(id, "word");
        await host.Clock.SettleAsync();
        Assert.Equal(["begin False", "begin True", "end False"], seen);
    }

    [Fact]
    public async Task ReplaySafeLogger_SpeaksOnce()
    {
        await using TestHost host = await TestHost.StartAsync();
        host.Code.Main = static async context =>
        {
            ILogger logger = context.CreateReplaySafeLogger("Deterministic");
            logger.LogWarning("before {Step}", 1);
            await context.CreateTimer(TimeSpan.FromHours(1), CancellationToken.None);
            logger.LogWarning("after {Step}", 2);
            return await context.CallActivityAsync<string>(nameof(InlineFunctions.Work), "x");
        };
        string id = await host.OrchestrateAsync();
        await host.Clock.AdvanceByAsync(TimeSpan.FromHours(1));
        Assert.True((await host.LookAsync(id)).IsCompleted);
        Assert.Equal(["log before 1", "log after 2"], host.Journal.Lines.Where(line => line.StartsWith("log", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Context_KnowsItsNameItsIdAndItsParent()
    {
        await using TestHost host = await TestHost.StartAsync();
        host.Code.Child = static context => Task.FromResult<object?>($"{context.Name} of {context.Parent!.Name} {context.Parent.InstanceId}");
        host.Code.Main = static async context =>
            $"{context.Name} {context.InstanceId} {context.Parent is null}, {await context.CallSubOrchestratorAsync<string>(nameof(InlineFunctions.Child))}";
        Assert.Equal("Main one True, Child of Main one", (await host.RunAsync(id: "one")).ReadOutputAs<string>());
    }
}
