using ComplaintFlow.LocalHost.Tests.Functions;
using Microsoft.DurableTask.Client;

namespace ComplaintFlow.LocalHost.Tests.Conformance;

/// <summary>An orchestrator shows clients a status of its own.</summary>
public sealed class CustomStatusTests
{
    [Fact]
    public async Task CustomStatus_IsSeenAtTheEndOfTheTurn_TheLastOneSet()
    {
        await using TestHost host = await TestHost.StartAsync();
        host.Code.Main = static async context =>
        {
            context.SetCustomStatus("first");
            context.SetCustomStatus(new { step = 2, name = "né" });
            await context.WaitForExternalEvent<string>("word");
            context.SetCustomStatus("third");
            return null;
        };
        OrchestrationMetadata running = await host.RunAsync();
        Assert.Equal("né", running.ReadCustomStatusAs<Dictionary<string, System.Text.Json.JsonElement>>()!["name"].GetString());
        await host.Client.RaiseEventAsync(running.InstanceId, "word");
        Assert.Equal("third", (await host.LookAsync(running.InstanceId)).ReadCustomStatusAs<string>());
    }

    [Fact]
    public async Task CustomStatus_StaysFromTurnToTurn_AndAfterTheEnd()
    {
        await using TestHost host = await TestHost.StartAsync();
        host.Code.Main = static async context =>
        {
            context.SetCustomStatus(1);
            await context.WaitForExternalEvent<string>("word");
            await context.WaitForExternalEvent<string>("word");
            return null;
        };
        string id = (await host.RunAsync()).InstanceId;
        await host.Client.RaiseEventAsync(id, "word");
        Assert.Equal(1, (await host.LookAsync(id)).ReadCustomStatusAs<int>());
        await host.Client.RaiseEventAsync(id, "word");
        OrchestrationMetadata done = await host.LookAsync(id);
        Assert.True(done.IsCompleted);
        Assert.Equal(1, done.ReadCustomStatusAs<int>());
    }

    [Fact]
    public async Task CustomStatus_SetToNull_IsTakenAway()
    {
        await using TestHost host = await TestHost.StartAsync();
        host.Code.Main = static async context =>
        {
            context.SetCustomStatus("shown");
            await context.WaitForExternalEvent<string>("word");
            context.SetCustomStatus(null);
            return null;
        };
        string id = (await host.RunAsync()).InstanceId;
        await host.Client.RaiseEventAsync(id, "word");
        Assert.Null((await host.LookAsync(id)).SerializedCustomStatus);
    }

    [Fact]
    public async Task CustomStatus_SetToNullInALateTurn_IsTakenAway()
    {
        await using TestHost host = await TestHost.StartAsync();
        host.Code.Main = static async context =>
        {
            await context.WaitForExternalEvent<string>("word");
            context.SetCustomStatus("shown");
            await context.WaitForExternalEvent<string>("word");
            context.SetCustomStatus(null);
            return await context.WaitForExternalEvent<string>("word");
        };
        string id = (await host.RunAsync()).InstanceId;
        await host.Client.RaiseEventAsync(id, "word");
        Assert.Equal("shown", (await host.LookAsync(id)).ReadCustomStatusAs<string>());
        await host.Client.RaiseEventAsync(id, "word");
        Assert.Null((await host.LookAsync(id)).SerializedCustomStatus);
    }

    /// <summary>
    /// 16 KB of UTF-16, as Durable Functions documents. Its host fails the orchestration (durable extension, pull request
    /// 3113); before that, a turn that could not be stored was tried for ever.
    /// </summary>
    [Theory]
    [InlineData(8190, OrchestrationRuntimeStatus.Completed)]
    [InlineData(8191, OrchestrationRuntimeStatus.Failed)]
    public async Task CustomStatus_OfMoreThan16Kilobytes_FailsTheInstance(int length, OrchestrationRuntimeStatus expected)
    {
        await using TestHost host = await TestHost.StartAsync();
        host.Code.Main = context =>
        {
            // The quotation marks of JSON count.
            context.SetCustomStatus(new string('x', length));
            return Task.FromResult<object?>("returned");
        };
        OrchestrationMetadata end = await host.RunAsync();
        Assert.Equal(expected, end.RuntimeStatus);
        Assert.Equal(expected == OrchestrationRuntimeStatus.Failed, end.FailureDetails?.ErrorMessage.Contains("16 KB", StringComparison.Ordinal) ?? false);
    }

    [Fact]
    public async Task CustomStatus_TooLong_CarriesOutNothingOfTheTurn()
    {
        await using TestHost host = await TestHost.StartAsync();
        host.Code.Work = host.Note;
        host.Code.Main = static async context =>
        {
            context.SetCustomStatus(new string('x', 10_000));
            return await context.CallActivityAsync<string>(nameof(InlineFunctions.Work), "done");
        };
        Assert.Equal(OrchestrationRuntimeStatus.Failed, (await host.RunAsync()).RuntimeStatus);
        Assert.Empty(host.Noted());
    }

    /// <summary>
    /// The dispatcher of the Durable Task framework hands the status of a run on to the next one for its first turn only:
    /// if the new run sets none, it is gone with the second turn. An orchestrator sets its status again after continue-as-new.
    /// </summary>
    [Fact]
    public async Task CustomStatus_AfterContinueAsNew_IsThatOfTheFormerRunForOneTurn()
    {
        await using TestHost host = await TestHost.StartAsync();
        host.Code.Main = static async context =>
        {
            if (context.GetInput<string>() != "next")
            {
                context.SetCustomStatus("former");
                context.ContinueAsNew("next");
                return null;
            }

            await context.WaitForExternalEvent<string>("word");
            return await context.WaitForExternalEvent<string>("word");
        };
        string id = (await host.RunAsync()).InstanceId;
        Assert.Equal("former", (await host.LookAsync(id)).ReadCustomStatusAs<string>());
        await host.Client.RaiseEventAsync(id, "word", "x");
        Assert.Null((await host.LookAsync(id)).SerializedCustomStatus);
    }
}
