using ComplaintFlow.LocalHost.Tests.Functions;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace ComplaintFlow.LocalHost.Tests.Conformance;

/// <summary>What fails says why, whoever asks.</summary>
public sealed class FailureTests
{
    /// <summary>
    /// The isolated worker of Azure tells its host the message and the stack of what an activity threw, not its type:
    /// <c>ErrorType</c> reads "(unknown)" there (durabletask-dotnet issue 357), and so here.
    /// </summary>
    [Fact]
    public async Task ActivityFailure_GivesTaskMessageStackAndNoType()
    {
        await using TestHost host = await TestHost.StartAsync();
        host.Code.Work = static _ => throw new InvalidOperationException("broken");
        host.Code.Main = static async context =>
        {
            await context.CallActivityAsync(nameof(InlineFunctions.OtherWork));
            TaskFailedException failed = await Assert.ThrowsAsync<TaskFailedException>(() => context.CallActivityAsync(nameof(InlineFunctions.Work)));
            Assert.Contains(nameof(ActivityFailure_GivesTaskMessageStackAndNoType), failed.FailureDetails.StackTrace, StringComparison.Ordinal);
            Assert.False(failed.IsCausedByException<InvalidOperationException>());
            return $"{failed.TaskName}|{failed.TaskId}|{failed.FailureDetails}|{failed.Message}";
        };
        Assert.Equal(
            "Work|1|(unknown): broken|Task 'Work' (#1) failed with an unhandled exception: broken",
            (await host.RunAsync()).ReadOutputAs<string>());
    }

    /// <summary>More than Azure gives, whose host drops the inner exceptions of activities (durable extension issue 2697).</summary>
    [Fact]
    public async Task ActivityFailure_GivesItsInnerFailures()
    {
        await using TestHost host = await TestHost.StartAsync();
        host.Code.Work = static _ => throw new InvalidOperationException("outer", new TimeoutException("middle", new IOException("inner")));
        host.Code.Main = static async context =>
        {
            TaskFailedException failed = await Assert.ThrowsAsync<TaskFailedException>(() => context.CallActivityAsync(nameof(InlineFunctions.Work)));
            return $"{failed.FailureDetails.InnerFailure}|{failed.FailureDetails.InnerFailure!.InnerFailure}|{failed.FailureDetails.InnerFailure.InnerFailure!.InnerFailure}";
        };
        Assert.Equal("System.TimeoutException: middle|System.IO.IOException: inner|", (await host.RunAsync()).ReadOutputAs<string>());
    }

    [Fact]
    public async Task ActivityFailure_IsTheSameOnReplay()
    {
        await using TestHost host = await TestHost.StartAsync();
        host.Code.Work = static _ => throw new InvalidOperationException("broken");
        host.Code.Main = static async context =>
        {
            TaskFailedException failed = await Assert.ThrowsAsync<TaskFailedException>(() => context.CallActivityAsync(nameof(InlineFunctions.Work)));
            await context.WaitForExternalEvent<string>("word");
            return failed.FailureDetails.ErrorMessage;
        };
        string id = await host.OrchestrateAsync();
        await host.Clock.SettleAsync();
        await host.RestartAsync();
        await host.Client.RaiseEventAsync(id, "word");
        Assert.Equal("broken", (await host.LookAsync(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task UnhandledException_FailsTheInstanceWithItsDetails()
    {
        await using TestHost host = await TestHost.StartAsync();
        host.Code.Main = static _ => throw new InvalidOperationException("outer", new IOException("inner"));
        OrchestrationMetadata failed = await host.RunAsync();
        Assert.Equal(OrchestrationRuntimeStatus.Failed, failed.RuntimeStatus);
        Assert.True(failed.IsCompleted);
        Assert.Equal("System.InvalidOperationException: outer", failed.FailureDetails!.ToString());
        Assert.Contains(nameof(UnhandledException_FailsTheInstanceWithItsDetails), failed.FailureDetails.StackTrace, StringComparison.Ordinal);
        Assert.Equal("System.IO.IOException: inner", failed.FailureDetails.InnerFailure!.ToString());
        Assert.True(failed.FailureDetails.IsCausedBy<SystemException>());
        Assert.False(failed.FailureDetails.IsCausedBy<IOException>());
    }

    /// <summary>Plain text and no JSON, as the tracking store of Azure writes it.</summary>
    [Fact]
    public async Task UnhandledException_StandsAsTextWhereTheOutputWouldBe()
    {
        await using TestHost host = await TestHost.StartAsync();
        host.Code.Main = static _ => throw new InvalidOperationException("thrown");
        Assert.Equal("System.InvalidOperationException: thrown", (await host.RunAsync()).SerializedOutput);
    }

    [Fact]
    public async Task UnhandledActivityFailure_FailsTheInstance_AndIsItsInnerFailure()
    {
        await using TestHost host = await TestHost.StartAsync();
        host.Code.Work = static _ => throw new InvalidOperationException("broken");
        host.Code.Main = static async context => await context.CallActivityAsync<string>(nameof(InlineFunctions.Work));
        OrchestrationMetadata failed = await host.RunAsync();
        Assert.Equal(typeof(TaskFailedException).FullName, failed.FailureDetails!.ErrorType);
        Assert.Equal("(unknown): broken", failed.FailureDetails.InnerFailure!.ToString());
    }

    [Fact]
    public async Task ExceptionOfATypeOfTheApp_IsKnownByItsBaseType()
    {
        await using TestHost host = await TestHost.StartAsync();
        host.Code.Main = static _ => throw new LetterLostException();
        TaskFailureDetails failure = (await host.RunAsync()).FailureDetails!;
        Assert.True(failure.IsCausedBy<LetterLostException>());
        Assert.True(failure.IsCausedBy<IOException>());
        Assert.Throws<ArgumentException>(() => failure.IsCausedBy(typeof(string)));
        Assert.False((failure with { ErrorType = string.Empty }).IsCausedBy<Exception>());
    }

    [Fact]
    public async Task CancelledTask_ThatNobodyCatches_FailsTheInstance()
    {
        await using TestHost host = await TestHost.StartAsync();
        host.Code.Main = static async context => await context.WaitForExternalEvent<string>("word", TimeSpan.FromMinutes(1));
        string id = await host.OrchestrateAsync();
        await host.Clock.AdvanceByAsync(TimeSpan.FromMinutes(1));
        OrchestrationMetadata failed = await host.LookAsync(id);
        Assert.Equal(OrchestrationRuntimeStatus.Failed, failed.RuntimeStatus);
        Assert.Equal(typeof(TaskCanceledException).FullName, failed.FailureDetails!.ErrorType);
    }

    [Fact]
    public async Task FailedActivitiesOfAFanOut_DoNotTakeTheOthersAlong()
    {
        await using TestHost host = await TestHost.StartAsync();
        host.Code.Work = static input => input!.Value.GetInt32() % 2 == 0
            ? Task.FromResult<object?>(input)
            : throw new InvalidOperationException($"odd {input}");
        host.Code.Main = static async context =>
        {
            Task<int>[] calls = [.. Enumerable.Range(0, 6).Select(number => context.CallActivityAsync<int>(nameof(InlineFunctions.Work), number))];
            await Assert.ThrowsAsync<TaskFailedException>(() => Task.WhenAll(calls));
            return string.Concat(calls.Select(call => call.IsCompletedSuccessfully ? '+' : '-'));
        };
        Assert.Equal("+-+-+-", (await host.RunAsync()).ReadOutputAs<string>());
    }

    public sealed class LetterLostException : IOException
    {
        public LetterLostException()
        {
        }

        public LetterLostException(string message)
            : base(message)
        {
        }

        public LetterLostException(string message, Exception innerException)
            : base(message, innerException)
        {
        }
    }
}
