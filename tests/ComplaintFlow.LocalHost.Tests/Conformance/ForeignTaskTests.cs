using ComplaintFlow.LocalHost.Tests.Functions;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace ComplaintFlow.LocalHost.Tests.Conformance;

/// <summary>
/// An orchestrator that awaits a task which its context did not make is refused with a message. Azure tells the same
/// where the code comes back on another thread; where it never comes back, an instance is stuck there without a word.
/// </summary>
public sealed class ForeignTaskTests
{
    [Fact]
    public Task TaskRun_Awaited_IsRefused() => RefusedAsync(static async (_, gate) =>
    {
        await Task.Run(() => gate.Task);
        return null;
    });

    [Fact]
    public Task TaskDelay_Awaited_IsRefused() => RefusedAsync(static async (_, _) =>
    {
#pragma warning disable RS0030 // what the test is about
        await Task.Delay(Timeout.InfiniteTimeSpan);
#pragma warning restore RS0030
        return null;
    });

    [Fact]
    public Task InputOrOutput_Awaited_IsRefused() => RefusedAsync(static async (_, _) =>
    {
        using System.IO.Pipes.AnonymousPipeServerStream pipe = new(System.IO.Pipes.PipeDirection.In);
        return await pipe.ReadAsync(new byte[1]);
    });

    [Fact]
    public Task Semaphore_Awaited_IsRefused() => RefusedAsync(static async (_, _) =>
    {
        using SemaphoreSlim never = new(0);
        await never.WaitAsync();
        return null;
    });

    [Fact]
    public Task ForeignTask_BesideADurableOne_IsRefused_WhenThatHasEnded() => RefusedAsync(static async (context, gate) =>
    {
        Task timer = context.CreateTimer(TimeSpan.FromHours(1), CancellationToken.None);
        await gate.Task;
        await timer;
        return null;
    });

    [Fact]
    public async Task ForeignTask_BesideAWaitForAnEvent_IsRefused_WhenItComesBack()
    {
        await using TestHost host = await TestHost.StartAsync();
        TaskCompletionSource gate = new(TaskCreationOptions.RunContinuationsAsynchronously);
        host.Code.Main = context => ForeignBesideAnEventAsync(context, gate);
        string id = await host.OrchestrateAsync();
        gate.SetResult();
        OrchestrationMetadata failed = await host.Client.WaitForInstanceCompletionAsync(id, true);
        Assert.Equal(OrchestrationRuntimeStatus.Failed, failed.RuntimeStatus);
        Assert.Contains("awaits a task that its context did not make", failed.FailureDetails!.ErrorMessage, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ForeignTask_ThatComesBackToARunThatIsOver_LeavesTheNextAlone()
    {
        await using TestHost host = await TestHost.StartAsync();
        TaskCompletionSource gate = new(TaskCreationOptions.RunContinuationsAsynchronously);
        host.Code.Main = context => ForeignBesideAnEventAsync(context, gate);
        string id = await host.OrchestrateAsync();
        await host.Client.TerminateInstanceAsync(id);
        host.Code.Main = static async context => await context.WaitForExternalEvent<string>("word");
        await host.OrchestrateAsync(id: id);
        gate.SetResult();
        await host.Client.RaiseEventAsync(id, "word", "heard");
        Assert.Equal("heard", (await host.Client.WaitForInstanceCompletionAsync(id, true)).ReadOutputAs<string>());
    }

    [Fact]
    public Task ConfigureAwaitFalse_ThenACallOfTheContext_IsRefused() => RefusedAsync(static async (context, _) =>
    {
        await context.CallActivityAsync(nameof(InlineFunctions.Work)).ConfigureAwait(false);
        return await context.CallActivityAsync<string>(nameof(InlineFunctions.Work));
    });

    [Theory]
    [InlineData("GetInput")]
    [InlineData("NewGuid")]
    [InlineData("SetCustomStatus")]
    [InlineData("ContinueAsNew")]
    [InlineData("SendEvent")]
    [InlineData("CreateTimer")]
    [InlineData("WaitForExternalEvent")]
    public async Task Context_UsedOnAnotherThread_RefusesTheCall(string member)
    {
        await using TestHost host = await TestHost.StartAsync();
        host.Code.Main = context =>
        {
            Exception? refusal = null;
            Thread thread = new(() => refusal = Record.Exception(() => Use(context, member)));
            thread.Start();
            thread.Join();
            host.Journal.Add($"noted {refusal?.Message}");
            return Task.FromResult<object?>("done");
        };
        OrchestrationMetadata failed = await host.RunAsync();
        Assert.Contains("only durable tasks can be awaited", Assert.Single(host.Noted()), StringComparison.Ordinal);
        Assert.Equal(OrchestrationRuntimeStatus.Failed, failed.RuntimeStatus);
    }

    private static async Task<object?> ForeignBesideAnEventAsync(TaskOrchestrationContext context, TaskCompletionSource gate)
    {
        Task<string> word = context.WaitForExternalEvent<string>("word");
        await gate.Task;
        return await word;
    }

    private static void Use(TaskOrchestrationContext context, string member)
    {
        switch (member)
        {
            case "GetInput":
                context.GetInput<string>();
                break;
            case "NewGuid":
                context.NewGuid();
                break;
            case "SetCustomStatus":
                context.SetCustomStatus("status");
                break;
            case "ContinueAsNew":
                context.ContinueAsNew();
                break;
            case "SendEvent":
                context.SendEvent("nobody", "word", "x");
                break;
            case "CreateTimer":
                _ = context.CreateTimer(TimeSpan.Zero, CancellationToken.None);
                break;
            case "WaitForExternalEvent":
                _ = context.WaitForExternalEvent<string>("word");
                break;
        }
    }

    private static async Task RefusedAsync(Func<TaskOrchestrationContext, TaskCompletionSource, Task<object?>> code)
    {
        await using TestHost host = await TestHost.StartAsync();
        TaskCompletionSource gate = new(TaskCreationOptions.RunContinuationsAsynchronously);
        host.Code.Main = context => code(context, gate);
        string id = await host.OrchestrateAsync();
        await host.Clock.AdvanceByAsync(TimeSpan.FromHours(1));
        OrchestrationMetadata failed = await host.LookAsync(id);
        gate.SetResult();
        Assert.Equal(OrchestrationRuntimeStatus.Failed, failed.RuntimeStatus);
        Assert.Contains("awaits a task that its context did not make", failed.FailureDetails!.ErrorMessage, StringComparison.Ordinal);
    }
}
