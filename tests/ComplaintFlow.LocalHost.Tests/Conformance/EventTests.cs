using ComplaintFlow.LocalHost.Tests.Functions;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace ComplaintFlow.LocalHost.Tests.Conformance;

/// <summary>Events reach the instance they are raised for, by name, in the order in which they were raised, each once.</summary>
public sealed class EventTests
{
    [Fact]
    public async Task Event_RaisedBeforeTheWait_IsKeptForIt()
    {
        await using TestHost host = await TestHost.StartAsync();
        host.Code.Main = static async context =>
        {
            await context.CreateTimer(TimeSpan.FromDays(1), CancellationToken.None);
            return await context.WaitForExternalEvent<string>("word");
        };
        string id = await host.OrchestrateAsync();
        await host.Client.RaiseEventAsync(id, "word", "early");
        await host.RestartAsync();
        await host.Clock.AdvanceByAsync(TimeSpan.FromDays(1));
        Assert.Equal("early", (await host.LookAsync(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task Event_RaisedAtOnceAfterTheStart_IsNotLost()
    {
        await using TestHost host = await TestHost.StartAsync();
        host.Code.Main = static async context => await context.WaitForExternalEvent<string>("word");
        for (int number = 0; number < 20; number++)
        {
            string id = await host.OrchestrateAsync();
            await host.Client.RaiseEventAsync(id, "word", $"{number}");
            Assert.Equal($"{number}", (await host.LookAsync(id)).ReadOutputAs<string>());
        }
    }

    [Fact]
    public async Task Event_RaisedWhileItIsWaitedFor_EndsTheWait()
    {
        await using TestHost host = await TestHost.StartAsync();
        host.Code.Main = static async context => await context.WaitForExternalEvent<string>("word");
        string id = (await host.RunAsync()).InstanceId;
        await host.Client.RaiseEventAsync(id, "word", "late");
        Assert.Equal("late", (await host.LookAsync(id)).ReadOutputAs<string>());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Events_OfOneName_ArriveInTheOrderInWhichTheyWereRaised_WhateverTheCaseOfTheName(bool settles)
    {
        await using TestHost host = await TestHost.StartAsync();
        host.Code.Main = Listen(12);
        string id = await host.OrchestrateAsync();
        for (int number = 0; number < 12; number++)
        {
            await host.Client.RaiseEventAsync(id, number % 2 == 0 ? "word" : "WORD", $"{number}");
            if (settles)
            {
                await host.Clock.SettleAsync();
            }
        }

        Assert.Equal("0 1 2 3 4 5 6 7 8 9 10 11", (await host.LookAsync(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task Events_RaisedByOneClient_KeepTheirOrderOverARestart()
    {
        await using TestHost host = await TestHost.StartAsync();
        host.Code.Main = Listen(3);
        string id = await host.OrchestrateAsync();
        await host.Client.RaiseEventAsync(id, "word", "a");
        await host.RestartAsync();
        await host.Client.RaiseEventAsync(id, "word", "b");
        await host.RestartAsync();
        await host.Client.RaiseEventAsync(id, "word", "c");
        Assert.Equal("a b c", (await host.LookAsync(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task Event_OfAClientThatGivesUpWaiting_ArrivesInItsPlace()
    {
        await using TestHost host = await TestHost.StartAsync();
        using ManualResetEventSlim atWork = new(), gate = new();
        host.Code.Main = async context =>
        {
            string heard = await context.WaitForExternalEvent<string>("word");
            atWork.Set();
            gate.Wait();
            return heard + await context.WaitForExternalEvent<string>("word") + await context.WaitForExternalEvent<string>("word");
        };
        string id = (await host.RunAsync()).InstanceId;
        Task first = host.Client.RaiseEventAsync(id, "word", "a");
        await host.WhenAsync(() => atWork.IsSet);
        using CancellationTokenSource stop = new();
        Task second = host.Client.RaiseEventAsync(id, "word", "b", stop.Token);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        Task third = host.Client.RaiseEventAsync(id, "word", "c");
        Assert.False(first.IsCompleted);
        gate.Set();
        await Task.WhenAll(first, third);
        Assert.Equal("abc", (await host.LookAsync(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task Event_OfAnotherName_DoesNotEndTheWait()
    {
        await using TestHost host = await TestHost.StartAsync();
        host.Code.Main = static async context => await context.WaitForExternalEvent<string>("word");
        string id = await host.OrchestrateAsync();
        await host.Client.RaiseEventAsync(id, "words", "other");
        Assert.True((await host.LookAsync(id)).IsRunning);
    }

    [Fact]
    public async Task Event_ForAnInstanceThatIsMissingOrHasEnded_IsLostInSilence_WhereTheHostSaysSo()
    {
        await using TestHost host = await TestHost.StartAsync("--AzureFunctionsJobHost__extensions__durableTask__throwStatusExceptionsOnRaiseEvent=false");
        string ended = (await host.RunAsync()).InstanceId;
        await host.Client.RaiseEventAsync("nobody", "word");
        await host.Client.RaiseEventAsync(ended, "word");
        Assert.Null(await host.Client.GetInstanceAsync("nobody"));
    }

    /// <summary>On Azure it is an RpcException (not found, failed precondition), a type of a package that the app need not know.</summary>
    [Fact]
    public async Task Event_ForAnInstanceThatIsMissingOrHasEnded_IsRefused_UnlessTheHostSaysOtherwise()
    {
        await using TestHost host = await TestHost.StartAsync("--AzureFunctionsJobHost__extensions__durableTask__throwStatusExceptionsOnRaiseEvent=true");
        string ended = (await host.RunAsync()).InstanceId;
        await Assert.ThrowsAsync<InvalidOperationException>(() => host.Client.RaiseEventAsync("nobody", "word"));
        await Assert.ThrowsAsync<InvalidOperationException>(() => host.Client.RaiseEventAsync(ended, "word"));
    }

    [Theory]
    [InlineData("", "word")]
    [InlineData("one", "")]
    public async Task Event_WithoutInstanceOrName_IsRefused(string id, string name)
    {
        await using TestHost host = await TestHost.StartAsync();
        await Assert.ThrowsAsync<ArgumentException>(() => host.Client.RaiseEventAsync(id, name));
    }

    [Fact]
    public async Task SendEvent_ReachesAnotherInstance_Once()
    {
        await using TestHost host = await TestHost.StartAsync();
        host.Code.Child = Listen(2);
        await host.Client.ScheduleNewOrchestrationInstanceAsync(nameof(InlineFunctions.Child), new StartOrchestrationOptions("listener"));
        host.Code.Main = static async context =>
        {
            context.SendEvent("listener", "word", "one");
            await context.WaitForExternalEvent<string>("go");
            context.SendEvent("listener", "word", "two");
            return null;
        };
        string id = (await host.RunAsync()).InstanceId;
        await host.Client.RaiseEventAsync(id, "go");
        await host.Clock.SettleAsync();
        Assert.Equal("one two", (await host.LookAsync("listener")).ReadOutputAs<string>());
    }

    [Fact]
    public async Task SendEvent_ToNobody_IsLostInSilence()
    {
        await using TestHost host = await TestHost.StartAsync("--AzureFunctionsJobHost__extensions__durableTask__throwStatusExceptionsOnRaiseEvent=true");
        host.Code.Main = static context =>
        {
            context.SendEvent("nobody", "word", "lost");
            return Task.FromResult<object?>(null);
        };
        Assert.Equal(OrchestrationRuntimeStatus.Completed, (await host.RunAsync()).RuntimeStatus);
    }

    private static Func<TaskOrchestrationContext, Task<object?>> Listen(int count) => async context =>
    {
        List<string> heard = [];
        while (heard.Count < count)
        {
            heard.Add(await context.WaitForExternalEvent<string>("word"));
        }

        return string.Join(' ', heard);
    };
}
