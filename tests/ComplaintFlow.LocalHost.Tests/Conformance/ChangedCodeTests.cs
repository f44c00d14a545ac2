using ComplaintFlow.LocalHost.Tests.Functions;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace ComplaintFlow.LocalHost.Tests.Conformance;

/// <summary>Code that no longer does what its history says fails with a message that names the step; nothing is done twice.</summary>
public sealed class ChangedCodeTests
{
    [Fact]
    public Task AddedStep_AtTheFront_IsNamed() => FailsAsync(
        context => Steps(context, "Timer", "Work", "OtherWork"), "The history has step 0, activity 'Work', but the orchestrator made step 0, timer.");

    [Fact]
    public Task AddedStep_InThePast_IsNamed() => FailsAsync(
        context => Steps(context, "Work", "OtherWork", "Timer"), "The orchestrator made a step that its history does not have: step 2, timer.");

    [Fact]
    public Task RemovedStep_IsNamed() => FailsAsync(
        context => Steps(context, "Work"), "The history has step 1, activity 'OtherWork', which the orchestrator did not make.");

    [Fact]
    public Task RenamedActivity_IsNamed() => FailsAsync(
        context => Steps(context, "Work", "Renamed"), "The history has step 1, activity 'OtherWork', but the orchestrator made step 1, activity 'Renamed'.");

    [Fact]
    public Task SwappedOrder_IsNamed() => FailsAsync(
        context => Steps(context, "OtherWork", "Work"), "The history has step 0, activity 'Work', but the orchestrator made step 0, activity 'OtherWork'.");

    [Fact]
    public Task Timer_InsteadOfAnActivity_IsNamed() => FailsAsync(
        context => Steps(context, "Work", "Timer"), "The history has step 1, activity 'OtherWork', but the orchestrator made step 1, timer.");

    [Fact]
    public Task SubOrchestration_InsteadOfAnActivity_IsNamed() => FailsAsync(
        context => Steps(context, "Work", "Child"), "The history has step 1, activity 'OtherWork', but the orchestrator made step 1, sub-orchestration 'Child'.");

    [Fact]
    public Task SentEvent_InsteadOfAnActivity_IsNamed() => FailsAsync(
        context => Steps(context, "Work", "Event"), "The history has step 1, activity 'OtherWork', but the orchestrator made step 1, event 'word' sent to 'nobody'.");

    [Fact]
    public Task NothingAtAll_IsNamed() => FailsAsync(
        static _ => Task.FromResult<object?>("done"), "The history has step 0, activity 'Work', which the orchestrator did not make.");

    [Fact]
    public async Task ChangedInput_OfAStepOfThePast_IsNotLookedAt()
    {
        await using TestHost host = await TestHost.StartAsync();
        host.Code.Main = static async context =>
            await context.CallActivityAsync<string>(nameof(InlineFunctions.Work), "old") + await context.WaitForExternalEvent<string>("word");
        string id = (await host.RunAsync()).InstanceId;
        host.Code.Main = static async context =>
            await context.CallActivityAsync<string>(nameof(InlineFunctions.Work), "new") + await context.WaitForExternalEvent<string>("word");
        await host.Client.RaiseEventAsync(id, "word", "!");
        Assert.Equal("old!", (await host.LookAsync(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task ChangedCode_AfterWhatHasHappened_IsTaken()
    {
        await using TestHost host = await TestHost.StartAsync();
        host.Code.Main = static context => Then(context, static _ => Task.FromResult("old"));
        string id = (await host.RunAsync()).InstanceId;
        host.Code.Main = static context => Then(context, static later => later.CallActivityAsync<string>(nameof(InlineFunctions.Work), "new"));
        await host.Client.RaiseEventAsync(id, "word");
        Assert.Equal("new", (await host.LookAsync(id)).ReadOutputAs<string>());

        static async Task<object?> Then(TaskOrchestrationContext context, Func<TaskOrchestrationContext, Task<string>> next)
        {
            await context.WaitForExternalEvent<string>("word");
            return await next(context);
        }
    }

    private static async Task FailsAsync(Func<TaskOrchestrationContext, Task<object?>> changed, string message)
    {
        await using TestHost host = await TestHost.StartAsync();
        host.Code.Work = host.Note;
        host.Code.OtherWork = host.Note;
        host.Code.Main = static context => Steps(context, "Work", "OtherWork");
        string id = (await host.RunAsync()).InstanceId;
        host.Code.Main = changed;
        await host.RestartAsync();
        await host.Client.RaiseEventAsync(id, "word", "x");
        OrchestrationMetadata failed = await host.LookAsync(id);
        Assert.Equal(OrchestrationRuntimeStatus.Failed, failed.RuntimeStatus);
        Assert.Equal(message, failed.FailureDetails!.ErrorMessage);
        Assert.Equal(["Work", "OtherWork"], host.Noted());
    }

    private static async Task<object?> Steps(TaskOrchestrationContext context, params string[] steps)
    {
        foreach (string step in steps)
        {
            switch (step)
            {
                case "Timer":
                    await context.CreateTimer(TimeSpan.FromHours(1), CancellationToken.None);
                    break;
                case "Child":
                    await context.CallSubOrchestratorAsync(step);
                    break;
                case "Event":
                    context.SendEvent("nobody", "word", "x");
                    break;
                default:
                    await context.CallActivityAsync(step, step);
                    break;
            }
        }

        return await context.WaitForExternalEvent<string>("word");
    }
}
