using ComplaintFlow.LocalHost.Engine;
using ComplaintFlow.LocalHost.Tests.Functions;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;

namespace ComplaintFlow.LocalHost.Tests.Conformance;

/// <summary>A run that continues as new is followed by another of the same instance, with its own input and an empty history.</summary>
public sealed class ContinueAsNewTests
{
    [Fact]
    public async Task ContinueAsNew_StartsTheNextRunWithTheNewInput_UnderTheSameId()
    {
        await using TestHost host = await TestHost.StartAsync();
        host.Code.Main = static context =>
        {
            int number = context.GetInput<int>();
            if (number < 5)
            {
                context.ContinueAsNew(number + 1);
            }

            return Task.FromResult<object?>($"{context.InstanceId} {number}");
        };
        OrchestrationMetadata done = await host.RunAsync(0, "one");
        Assert.Equal("one 5", done.ReadOutputAs<string>());
        Assert.Equal(5, done.ReadInputAs<int>());
    }

    [Fact]
    public async Task ContinueAsNew_LeavesTheHistoryBehind()
    {
        await using TestHost host = await TestHost.StartAsync();
        host.Code.Main = Count(until: 50);
        string id = await host.OrchestrateAsync(0);
        for (int number = 0; number < 50; number++)
        {
            await host.Client.RaiseEventAsync(id, "add", 1);
            await host.Clock.SettleAsync();
        }

        OrchestrationEngine engine = host.Services.GetRequiredService<OrchestrationEngine>();
        Assert.InRange(engine.Reader.Read(session => (long)session.Scalar("SELECT COUNT(*) FROM history")!), 1, 3);
        Assert.Equal(50, (await host.LookAsync(id)).ReadOutputAs<int>());
    }

    /// <summary>The framework counts the age of a run from its own start event, so a query by time finds the present run.</summary>
    [Fact]
    public async Task ContinueAsNew_IsRunning_AndCreatedWhenTheRunBegan()
    {
        await using TestHost host = await TestHost.StartAsync();
        host.Code.Main = Count(until: 2);
        string id = await host.OrchestrateAsync(0);
        await host.Clock.AdvanceByAsync(TimeSpan.FromDays(1));
        await host.Client.RaiseEventAsync(id, "add", 1);
        OrchestrationMetadata running = await host.LookAsync(id);
        Assert.True(running.IsRunning);
        Assert.Equal(host.Clock.Now, running.CreatedAt);
    }

    [Fact]
    public async Task ContinueAsNew_KeepsEventsThatNobodyWaitedFor_InOrder()
    {
        await using TestHost host = await TestHost.StartAsync();
        host.Code.Main = Listen(keeps: true);
        string id = await host.OrchestrateAsync(string.Empty);
        foreach (string word in (string[])["a", "b", "c"])
        {
            await host.Client.RaiseEventAsync(id, "word", word);
        }

        await host.Client.RaiseEventAsync(id, "go");
        await host.Clock.SettleAsync();
        await host.Client.RaiseEventAsync(id, "word", "d");
        Assert.Equal("abcd", (await host.LookAsync(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task ContinueAsNew_ToldSo_DropsEventsThatNobodyWaitedFor()
    {
        await using TestHost host = await TestHost.StartAsync();
        host.Code.Main = Listen(keeps: false);
        string id = await host.OrchestrateAsync(string.Empty);
        await host.Client.RaiseEventAsync(id, "word", "dropped");
        await host.Client.RaiseEventAsync(id, "go");
        await host.Clock.SettleAsync();
        foreach (string word in (string[])["a", "b", "c", "d"])
        {
            await host.Client.RaiseEventAsync(id, "word", word);
        }

        Assert.Equal("abcd", (await host.LookAsync(id)).ReadOutputAs<string>());
    }

    /// <summary>
    /// As on Azure: an event that completed a wait is gone with it, though nobody looked at the wait. Look at IsCompleted
    /// before continuing as new.
    /// </summary>
    [Fact]
    public async Task ContinueAsNew_LosesTheEventThatCompletedAPendingWait()
    {
        await using TestHost host = await TestHost.StartAsync();
        host.Code.Main = static async context =>
        {
            if (context.GetInput<string>() == "next")
            {
                return await context.WaitForExternalEvent<string>("word");
            }

            Task<string> pending = context.WaitForExternalEvent<string>("word");
            await context.WaitForExternalEvent<string>("go");
            context.ContinueAsNew("next");
            return $"{pending.Status}";
        };
        string id = await host.OrchestrateAsync();
        await host.Client.RaiseEventAsync(id, "word", "gone");
        await host.Client.RaiseEventAsync(id, "go");
        await host.Clock.SettleAsync();
        await host.Client.RaiseEventAsync(id, "word", "heard");
        Assert.Equal("heard", (await host.LookAsync(id)).ReadOutputAs<string>());
    }

    /// <summary>The framework carries what comes after the decision over to the next run, whoever waits in this one.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task ContinueAsNew_KeepsTheEventThatComesAfterTheDecision_ThoughAWaitIsPending(bool keeps)
    {
        await using TestHost host = await TestHost.StartAsync();
        host.Code.Main = async context =>
        {
            if (context.GetInput<string>() == "next")
            {
                return await context.WaitForExternalEvent<string>("word");
            }

            _ = context.WaitForExternalEvent<string>("word");
            await context.WaitForExternalEvent<string>("go");
            context.ContinueAsNew("next", keeps);
            return null;
        };
        string id = (await host.RunAsync()).InstanceId;
        await host.Client.SuspendInstanceAsync(id);
        await host.Client.RaiseEventAsync(id, "go");
        await host.Client.RaiseEventAsync(id, "word", "kept");
        await host.Client.ResumeInstanceAsync(id);
        Assert.Equal("kept", (await host.LookAsync(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task ContinueAsNew_WaitsForTheStepsThatAreUnderWay()
    {
        await using TestHost host = await TestHost.StartAsync();
        host.Code.Main = static context =>
        {
            if (context.GetInput<string>() != "next")
            {
                _ = context.CreateTimer(TimeSpan.FromHours(1), CancellationToken.None);
                context.ContinueAsNew("next");
            }

            return Task.FromResult<object?>(context.CurrentUtcDateTime);
        };
        string id = (await host.RunAsync()).InstanceId;
        Assert.Null((await host.LookAsync(id)).SerializedInput);
        await host.Clock.AdvanceByAsync(TimeSpan.FromHours(1));
        Assert.Equal(host.Clock.Now.UtcDateTime, (await host.LookAsync(id)).ReadOutputAs<DateTime>());
    }

    [Fact]
    public async Task ContinueAsNew_BeforeAnException_FailsTheInstance()
    {
        await using TestHost host = await TestHost.StartAsync();
        host.Code.Main = static context =>
        {
            context.ContinueAsNew("next");
            throw new InvalidOperationException("after all");
        };
        Assert.Equal("after all", (await host.RunAsync()).FailureDetails!.ErrorMessage);
    }

    [Fact]
    public async Task ContinueAsNew_ThousandTimes_IsOneInstance()
    {
        await using TestHost host = await TestHost.StartAsync();
        host.Code.Main = static context =>
        {
            if (context.GetInput<int>() < 1000)
            {
                context.ContinueAsNew(new ContinueAsNewOptions { NewInput = context.GetInput<int>() + 1 });
            }

            return Task.FromResult<object?>(context.GetInput<int>());
        };
        Assert.Equal(1000, (await host.RunAsync(0)).ReadOutputAs<int>());
    }

    private static Func<TaskOrchestrationContext, Task<object?>> Count(int until) => async context =>
    {
        int count = context.GetInput<int>() + await context.WaitForExternalEvent<int>("add");
        if (count < until)
        {
            context.ContinueAsNew(count);
        }

        return count;
    };

    private static Func<TaskOrchestrationContext, Task<object?>> Listen(bool keeps) => async context =>
    {
        string heard = context.GetInput<string>()!;
        if (heard.Length == 0)
        {
            await context.WaitForExternalEvent<string>("go");
        }

        // The first run has heard nothing yet, and hands on what came before "go".
        heard += heard.Length == 0 ? "-" : await context.WaitForExternalEvent<string>("word");
        if (heard.Length < 5)
        {
            context.ContinueAsNew(heard, heard != "-" || keeps);
        }

        return heard.TrimStart('-');
    };
}
