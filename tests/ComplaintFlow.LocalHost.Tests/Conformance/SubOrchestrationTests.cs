using ComplaintFlow.LocalHost.Tests.Functions;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace ComplaintFlow.LocalHost.Tests.Conformance;

/// <summary>An orchestration calls another as it calls an activity.</summary>
public sealed class SubOrchestrationTests
{
    [Fact]
    public async Task SubOrchestration_GivesItsResult()
    {
        await using TestHost host = await TestHost.StartAsync();
        host.Code.Child = static async context => await context.CallActivityAsync<string>(nameof(InlineFunctions.Work), context.GetInput<string>() + "!");
        host.Code.Main = static async context => await context.CallSubOrchestratorAsync<string>(nameof(InlineFunctions.Child), "né");
        Assert.Equal("né!", (await host.RunAsync()).ReadOutputAs<string>());
    }

    [Fact]
    public async Task SubOrchestration_WithAnId_IsAnInstanceUnderThatId()
    {
        await using TestHost host = await TestHost.StartAsync();
        host.Code.Main = static async context =>
        {
            await context.CallSubOrchestratorAsync(nameof(InlineFunctions.Child), 7, new TaskOptions().WithInstanceId("child"));
            return null;
        };
        await host.RunAsync();
        OrchestrationMetadata child = await host.LookAsync("child");
        Assert.Equal(nameof(InlineFunctions.Child), child.Name);
        Assert.Equal(7, child.ReadInputAs<int>());
    }

    [Fact]
    public async Task SubOrchestrations_WithoutIds_AreInstancesOfTheirOwn_TheSameOnReplay()
    {
        await using TestHost host = await TestHost.StartAsync();
        host.Code.Child = static context => Task.FromResult<object?>(context.InstanceId);
        host.Code.Main = static async context =>
        {
            string[] ids = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => context.CallSubOrchestratorAsync<string>(nameof(InlineFunctions.Child))));
            await context.WaitForExternalEvent<string>("word");
            return ids.Distinct().Count();
        };
        string id = (await host.RunAsync()).InstanceId;
        await host.RestartAsync();
        await host.Client.RaiseEventAsync(id, "word");
        Assert.Equal(10, (await host.LookAsync(id)).ReadOutputAs<int>());
        Assert.Equal(11, await host.Client.GetAllInstancesAsync().CountAsync());
    }

    [Fact]
    public async Task SubOrchestration_ThatFails_FailsTheCall_WithTheTypeOfItsException()
    {
        await using TestHost host = await TestHost.StartAsync();
        host.Code.Child = static _ => throw new TimeoutException("too late", new IOException("cause"));
        host.Code.Main = static async context =>
        {
            TaskFailedException failed = await Assert.ThrowsAsync<TaskFailedException>(() => context.CallSubOrchestratorAsync(nameof(InlineFunctions.Child)));
            return $"{failed.TaskName} {failed.FailureDetails} {failed.FailureDetails.InnerFailure} {failed.IsCausedByException<TimeoutException>()}";
        };
        Assert.Equal("Child System.TimeoutException: too late System.IO.IOException: cause True", (await host.RunAsync()).ReadOutputAs<string>());
    }

    /// <summary>The chain of failures leads from the instance through the call to the cause.</summary>
    [Fact]
    public async Task SubOrchestration_ThatFails_UnhandledFailsTheParent_WithTheWholeChain()
    {
        await using TestHost host = await TestHost.StartAsync();
        host.Code.Child = static _ => throw new TimeoutException("too late");
        host.Code.Main = static async context => await context.CallSubOrchestratorAsync<string>(nameof(InlineFunctions.Child));
        OrchestrationMetadata failed = await host.RunAsync();
        Assert.Equal(typeof(TaskFailedException).FullName, failed.FailureDetails!.ErrorType);
        Assert.Equal("System.TimeoutException: too late", failed.FailureDetails.InnerFailure!.ToString());
    }

    /// <summary>The SDK makes the id once, before the first attempt: the second one takes the place of the first.</summary>
    [Theory]
    [InlineData(null)]
    [InlineData("child")]
    public async Task SubOrchestration_Retried_RunsAgainUnderTheSameId(string? childId)
    {
        await using TestHost host = await TestHost.StartAsync();
        host.Code.Child = context =>
        {
            host.Journal.Add($"noted {context.InstanceId}");
            return host.Noted().Count() == 3 ? Task.FromResult<object?>("third") : throw new TimeoutException("again");
        };
        host.Code.Main = async context => await context.CallSubOrchestratorAsync<string>(
            nameof(InlineFunctions.Child), new SubOrchestrationOptions(new RetryPolicy(5, TimeSpan.FromMinutes(1)), childId));
        string id = await host.OrchestrateAsync();
        await host.Clock.AdvanceByAsync(TimeSpan.FromMinutes(10));
        Assert.Equal("third", (await host.LookAsync(id)).ReadOutputAs<string>());
        Assert.Single(host.Noted().Distinct());
        Assert.Equal(2, await host.Client.GetAllInstancesAsync().CountAsync());
    }

    [Fact]
    public async Task SubOrchestration_ThatDoesNotExist_FailsTheCallAndNamesIt()
    {
        await using TestHost host = await TestHost.StartAsync();
        host.Code.Main = static async context => await context.CallSubOrchestratorAsync<string>("Nobody");
        Assert.Contains("'Nobody'", (await host.RunAsync()).FailureDetails!.InnerFailure!.ErrorMessage, StringComparison.Ordinal);
    }

    /// <summary>Kinder than Azure, where the second start is dropped and the caller waits for ever.</summary>
    [Fact]
    public async Task SubOrchestration_UnderAnIdThatIsRunning_FailsTheCall()
    {
        await using TestHost host = await TestHost.StartAsync();
        host.Code.Main = static async context => context.GetInput<string>() == "busy"
            ? await context.WaitForExternalEvent<string>("word")
            : await context.CallSubOrchestratorAsync<string>(nameof(InlineFunctions.Child), new SubOrchestrationOptions(instanceId: "busy"));
        await host.RunAsync("busy", "busy");
        OrchestrationMetadata failed = await host.RunAsync();
        Assert.Contains("'busy'", failed.FailureDetails!.InnerFailure!.ErrorMessage, StringComparison.Ordinal);
        Assert.True((await host.LookAsync("busy")).IsRunning);
    }

    [Fact]
    public async Task SubOrchestration_ThatContinuesAsNew_GivesTheResultOfItsLastRun()
    {
        await using TestHost host = await TestHost.StartAsync();
        host.Code.Child = static context =>
        {
            if (context.GetInput<int>() < 3)
            {
                context.ContinueAsNew(context.GetInput<int>() + 1);
            }

            return Task.FromResult<object?>(context.GetInput<int>());
        };
        host.Code.Main = static async context => await context.CallSubOrchestratorAsync<int>(nameof(InlineFunctions.Child), 0);
        Assert.Equal(3, (await host.RunAsync()).ReadOutputAs<int>());
    }

    [Fact]
    public async Task SubOrchestration_Terminated_FailsTheCall()
    {
        await using TestHost host = await TestHost.StartAsync();
        Keep(host);
        string id = (await host.RunAsync()).InstanceId;
        await host.Client.TerminateInstanceAsync("child", "enough");
        OrchestrationMetadata failed = await host.LookAsync(id);
        Assert.Equal(OrchestrationRuntimeStatus.Failed, failed.RuntimeStatus);
        Assert.Contains("terminated", failed.FailureDetails!.ErrorMessage, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SubOrchestration_OfATerminatedParent_GoesOn_AndNobodyIsTold()
    {
        await using TestHost host = await TestHost.StartAsync();
        Keep(host);
        string id = (await host.RunAsync()).InstanceId;
        await host.Client.TerminateInstanceAsync(id);
        Assert.True((await host.LookAsync("child")).IsRunning);
        await host.Client.RaiseEventAsync("child", "word", "heard");
        Assert.Equal("heard", (await host.LookAsync("child")).ReadOutputAs<string>());
        Assert.Equal(OrchestrationRuntimeStatus.Terminated, (await host.LookAsync(id)).RuntimeStatus);
    }

    [Fact]
    public async Task SubOrchestration_OfAParentTerminatedWithItsChildren_IsTerminated()
    {
        await using TestHost host = await TestHost.StartAsync();
        Keep(host);
        string id = (await host.RunAsync()).InstanceId;
        Task<OrchestrationMetadata> child = host.Client.WaitForInstanceCompletionAsync("child");
        await host.Client.TerminateInstanceAsync(id, new TerminateInstanceOptions("enough", Recursive: true));
        Assert.Equal(OrchestrationRuntimeStatus.Terminated, (await child).RuntimeStatus);
        Assert.Equal("enough", (await host.LookAsync(id)).ReadOutputAs<string>());
    }

    private static void Keep(TestHost host)
    {
        host.Code.Child = static async context => await context.WaitForExternalEvent<string>("word");
        host.Code.Main = static async context =>
            await context.CallSubOrchestratorAsync<string>(nameof(InlineFunctions.Child), new SubOrchestrationOptions(instanceId: "child"));
    }
}
