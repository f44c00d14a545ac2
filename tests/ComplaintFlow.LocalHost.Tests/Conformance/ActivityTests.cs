using System.Text.Json;
using ComplaintFlow.LocalHost.Tests.Functions;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace ComplaintFlow.LocalHost.Tests.Conformance;

/// <summary>Activities do the work: at least once each, many at a time, and what they give is recorded.</summary>
public sealed class ActivityTests
{
    [Fact]
    public async Task Activity_GivesItsResult()
    {
        await using TestHost host = await TestHost.StartAsync();
        host.Code.Work = static input => Task.FromResult<object?>(input!.Value.GetInt32() + 1);
        host.Code.Main = static async context => await context.CallActivityAsync<int>(nameof(InlineFunctions.Work), 41);
        Assert.Equal(42, (await host.RunAsync()).ReadOutputAs<int>());
    }

    [Fact]
    public async Task Activity_IsCalledByName_WhateverTheCase()
    {
        await using TestHost host = await TestHost.StartAsync();
        host.Code.Main = static async context => await context.CallActivityAsync<string>("wORK", "x");
        Assert.Equal("x", (await host.RunAsync()).ReadOutputAs<string>());
    }

    [Fact]
    public async Task Activity_OfWhichTheResultIsRecorded_DoesNotRunAgainOnReplay()
    {
        await using TestHost host = await TestHost.StartAsync();
        int calls = 0;
        host.Code.Work = _ => Task.FromResult<object?>(Interlocked.Increment(ref calls));
        host.Code.Main = static async context =>
        {
            int first = await context.CallActivityAsync<int>(nameof(InlineFunctions.Work));
            await context.WaitForExternalEvent<string>("word");
            return first * 10 + await context.CallActivityAsync<int>(nameof(InlineFunctions.Work));
        };
        string id = await host.OrchestrateAsync();
        await host.Clock.SettleAsync();
        await host.RestartAsync();
        await host.Client.RaiseEventAsync(id, "word");
        Assert.Equal(12, (await host.LookAsync(id)).ReadOutputAs<int>());
        Assert.Equal(2, calls);
    }

    [Fact]
    public async Task Activity_UnderWayAtAStop_RunsAgain()
    {
        await using TestHost host = await TestHost.StartAsync();
        string id = await host.Client.ScheduleNewOrchestrationInstanceAsync(nameof(Orchestrators.Holder), "work");
        await host.WhenAsync(() => host.Journal.Lines.Contains("begin work"));
        await host.RestartAsync();
        host.Journal.Gate("work").SetResult();
        Assert.Equal(OrchestrationRuntimeStatus.Completed, (await host.LookAsync(id)).RuntimeStatus);
        Assert.Equal(["begin work", "begin work", "end work"], host.Journal.Lines.Where(line => line.EndsWith("work", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Activities_CalledOneAfterTheOther_RunInThatOrder()
    {
        await using TestHost host = await TestHost.StartAsync();
        host.Code.Work = host.Note;
        host.Code.Main = static async context =>
        {
            for (int number = 0; number < 5; number++)
            {
                await context.CallActivityAsync(nameof(InlineFunctions.Work), number);
            }

            return null;
        };
        await host.RunAsync();
        Assert.Equal(["0", "1", "2", "3", "4"], host.Noted());
    }

    [Fact]
    public async Task Activities_CalledTogether_RunTogether()
    {
        await using TestHost host = await TestHost.StartAsync();
        int arrived = 0;
        host.Code.Work = async input =>
        {
            // None ends before all have begun.
            if (Interlocked.Increment(ref arrived) == 8)
            {
                host.Journal.Gate("all").SetResult();
            }

            await host.Journal.Gate("all").Task;
            return input;
        };
        host.Code.Main = static async context => await Task.WhenAll(
            Enumerable.Range(0, 8).Select(number => context.CallActivityAsync<int>(nameof(InlineFunctions.Work), number)));
        Assert.Equal(Enumerable.Range(0, 8), (await host.RunAsync()).ReadOutputAs<int[]>());
    }

    [Fact]
    public async Task FanOut_OfAThousand_GivesAllResultsInTheOrderOfTheCalls()
    {
        await using TestHost host = await TestHost.StartAsync();
        host.Code.Main = static async context => await Task.WhenAll(
            Enumerable.Range(0, 1000).Select(number => context.CallActivityAsync<int>(nameof(InlineFunctions.Work), number)));
        Assert.Equal(Enumerable.Range(0, 1000), (await host.RunAsync()).ReadOutputAs<int[]>());
    }

    [Fact]
    public async Task FirstOfMany_IsTheOneThatEndsFirst()
    {
        await using TestHost host = await TestHost.StartAsync();
        host.Code.Work = async input =>
        {
            await host.Journal.Gate($"{input}").Task;
            return input;
        };
        host.Code.Main = async context =>
        {
            Task<string>[] calls = [.. new[] { "slow", "fast" }.Select(name => context.CallActivityAsync<string>(nameof(InlineFunctions.Work), name))];
            string first = await await Task.WhenAny(calls);
            host.Journal.Add($"{first} ended");
            await Task.WhenAll(calls);
            return first;
        };
        string id = await host.OrchestrateAsync();
        host.Journal.Gate("fast").SetResult();
        await host.WhenAsync(() => host.Journal.Lines.Contains("fast ended"));
        host.Journal.Gate("slow").SetResult();
        Assert.Equal("fast", (await host.LookAsync(id)).ReadOutputAs<string>());
    }

    /// <summary>
    /// "Completed" comes when all that was called has ended, as in the Durable Task framework: an orchestrator that
    /// returns before is Running still, and what ends afterwards is heard by nobody.
    /// </summary>
    [Fact]
    public async Task Orchestrator_ThatReturnsBeforeAnActivityHasEnded_CompletesWithIt()
    {
        await using TestHost host = await TestHost.StartAsync();
        host.Code.Work = async _ =>
        {
            await host.Journal.Gate("work").Task;
            throw new InvalidOperationException("nobody hears");
        };
        host.Code.Main = static context =>
        {
            _ = context.CallActivityAsync(nameof(InlineFunctions.Work));
            return Task.FromResult<object?>("returned");
        };
        string id = await host.OrchestrateAsync();
        Assert.True((await host.Client.WaitForInstanceStartAsync(id)).IsRunning);
        host.Journal.Gate("work").SetResult();
        OrchestrationMetadata done = await host.LookAsync(id);
        Assert.Equal(OrchestrationRuntimeStatus.Completed, done.RuntimeStatus);
        Assert.Equal("returned", done.ReadOutputAs<string>());
    }

    [Fact]
    public async Task Activity_ThatDoesNotExist_FailsTheCallAndNamesIt()
    {
        await using TestHost host = await TestHost.StartAsync();
        host.Code.Main = static async context => await context.CallActivityAsync<string>("Nobody");
        OrchestrationMetadata failed = await host.RunAsync();
        Assert.Equal(OrchestrationRuntimeStatus.Failed, failed.RuntimeStatus);
        Assert.Contains("'Nobody'", failed.FailureDetails!.ErrorMessage, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Activity_TakesOptionsInThePlaceOfItsInput()
    {
        await using TestHost host = await TestHost.StartAsync();
        host.Code.Work = static input => Task.FromResult<object?>(input?.ValueKind ?? JsonValueKind.Undefined);
        host.Code.Main = static async context => await context.CallActivityAsync<JsonValueKind>(
            nameof(InlineFunctions.Work), TaskOptions.FromRetryPolicy(new RetryPolicy(2, TimeSpan.FromSeconds(1))));
        Assert.Equal(JsonValueKind.Undefined, (await host.RunAsync()).ReadOutputAs<JsonValueKind>());
    }
}
