using ComplaintFlow.LocalHost.Tests.Functions;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace ComplaintFlow.LocalHost.Tests.Conformance;

/// <summary>A failed task is tried again as its options say; the waits between are durable timers.</summary>
public sealed class RetryTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task RetryPolicy_TriesAsOftenAsItSays_ThenFailsWithTheLastFailure()
    {
        await using TestHost host = await TestHost.StartAsync();
        OrchestrationMetadata failed = await TryAsync(host, new RetryPolicy(3, Minute), TimeSpan.FromHours(1));
        Assert.Equal(["08:00", "08:01", "08:02"], host.Noted());
        Assert.Equal(OrchestrationRuntimeStatus.Failed, failed.RuntimeStatus);
        Assert.Equal("failed at 08:02", failed.FailureDetails!.InnerFailure!.ErrorMessage);
    }

    [Fact]
    public async Task RetryPolicy_OfOneAttempt_TriesOnce()
    {
        await using TestHost host = await TestHost.StartAsync();
        Assert.Equal(OrchestrationRuntimeStatus.Failed, (await TryAsync(host, new RetryPolicy(1, Minute), TimeSpan.Zero)).RuntimeStatus);
        Assert.Equal(["08:00"], host.Noted());
    }

    [Fact]
    public async Task RetryPolicy_StopsAtTheFirstSuccess()
    {
        await using TestHost host = await TestHost.StartAsync();
        OrchestrationMetadata done = await TryAsync(host, new RetryPolicy(9, Minute), TimeSpan.FromHours(1), succeedsAt: 3);
        Assert.Equal("done at 08:02", done.ReadOutputAs<string>());
        Assert.Equal(["08:00", "08:01", "08:02"], host.Noted());
    }

    [Fact]
    public async Task RetryPolicy_WithABackOff_WaitsLongerEachTime()
    {
        await using TestHost host = await TestHost.StartAsync();
        await TryAsync(host, new RetryPolicy(5, Minute, 2), TimeSpan.FromHours(1));
        Assert.Equal(["08:00", "08:01", "08:03", "08:07", "08:15"], host.Noted());
    }

    [Fact]
    public async Task RetryPolicy_WithALongestInterval_WaitsNoLonger()
    {
        await using TestHost host = await TestHost.StartAsync();
        await TryAsync(host, new RetryPolicy(5, Minute, 3, TimeSpan.FromMinutes(5)), TimeSpan.FromHours(1));
        Assert.Equal(["08:00", "08:01", "08:04", "08:09", "08:14"], host.Noted());
    }

    [Fact]
    public async Task RetryPolicy_Unsaid_WaitsAnHourAtMost()
    {
        await using TestHost host = await TestHost.StartAsync();
        await TryAsync(host, new RetryPolicy(4, TimeSpan.FromMinutes(40), 2), TimeSpan.FromHours(9));
        Assert.Equal(["08:00", "08:40", "09:40", "10:40"], host.Noted());
    }

    /// <summary>
    /// The time of all retries decides whether another attempt is planned, at the moment of the failure: the last one may
    /// begin after that time, as with the retry interceptor of the Durable Task framework.
    /// </summary>
    [Fact]
    public async Task RetryTimeout_PlansNoAttemptOnceItIsOver_ButDoesNotCutTheOnePlannedBefore()
    {
        await using TestHost host = await TestHost.StartAsync();
        await TryAsync(host, new RetryPolicy(100, Minute, 2, retryTimeout: TimeSpan.FromMinutes(5)), TimeSpan.FromHours(9));
        Assert.Equal(["08:00", "08:01", "08:03", "08:07"], host.Noted());
    }

    [Fact]
    public async Task RetryTimeout_ReachedToTheTick_PlansNoAttempt()
    {
        await using TestHost host = await TestHost.StartAsync();
        await TryAsync(host, new RetryPolicy(100, Minute, retryTimeout: TimeSpan.FromMinutes(2)), TimeSpan.FromHours(9));
        Assert.Equal(["08:00", "08:01", "08:02"], host.Noted());
    }

    [Fact]
    public async Task HandleFailure_SaysWhichFailuresAreTriedAgain()
    {
        await using TestHost host = await TestHost.StartAsync();
        RetryPolicy policy = new(9, Minute) { HandleFailure = static failure => failure.ErrorMessage != "failed at 08:01" };
        Assert.Equal(OrchestrationRuntimeStatus.Failed, (await TryAsync(host, policy, TimeSpan.FromHours(1))).RuntimeStatus);
        Assert.Equal(["08:00", "08:01"], host.Noted());
    }

    /// <summary>The retry interceptor of the framework swallows what it throws, so that the failure is not lost.</summary>
    [Fact]
    public async Task HandleFailure_ThatThrows_EndsTheRetriesWithTheFailureOfTheTask()
    {
        await using TestHost host = await TestHost.StartAsync();
        RetryPolicy policy = new(9, Minute) { HandleFailure = static _ => throw new FormatException("handler") };
        OrchestrationMetadata failed = await TryAsync(host, policy, TimeSpan.FromHours(1));
        Assert.Equal("failed at 08:00", failed.FailureDetails!.InnerFailure!.ErrorMessage);
        Assert.Equal(["08:00"], host.Noted());
    }

    /// <summary>The retry interceptor of the framework tries again whatever was thrown, a result that cannot be read as well.</summary>
    [Fact]
    public async Task RetryPolicy_TriesAgain_WhenTheResultCannotBeRead()
    {
        await using TestHost host = await TestHost.StartAsync();
        int calls = 0;
        host.Code.Work = _ => Task.FromResult<object?>(++calls < 3 ? "no number" : 5);
        host.Code.Main = static async context =>
            await context.CallActivityAsync<int>(nameof(InlineFunctions.Work), TaskOptions.FromRetryPolicy(new RetryPolicy(5, Minute)));
        string id = await host.OrchestrateAsync();
        await host.Clock.AdvanceByAsync(TimeSpan.FromHours(1));
        Assert.Equal(5, (await host.LookAsync(id)).ReadOutputAs<int>());
    }

    [Fact]
    public async Task RetryPolicy_OutlivesARestart()
    {
        await using TestHost host = await TestHost.StartAsync();
        await TryAsync(host, new RetryPolicy(4, Minute, 2), TimeSpan.FromSeconds(90));
        await host.RestartAsync();
        await host.Clock.AdvanceByAsync(TimeSpan.FromHours(1));
        Assert.Equal(["08:00", "08:01", "08:03", "08:07"], host.Noted());
    }

    [Fact]
    public async Task RetryHandler_DecidesAfterEachFailure_KnowingTheAttemptTheFailureAndTheTime()
    {
        await using TestHost host = await TestHost.StartAsync();
        List<string> seen = [];
        host.Code.Work = _ => throw new InvalidOperationException($"failed at {host.Clock.GetUtcNow():HH:mm}");
        host.Code.Main = async context => await context.CallActivityAsync<string>(nameof(InlineFunctions.Work), TaskOptions.FromRetryHandler(retry =>
        {
            seen.Add($"{retry.LastAttemptNumber} {retry.LastFailure.ErrorMessage} {retry.TotalRetryTime} {ReferenceEquals(context, retry.OrchestrationContext)}");
            return retry.LastAttemptNumber < 3;
        }));
        Assert.Equal(OrchestrationRuntimeStatus.Failed, (await host.RunAsync()).RuntimeStatus);
        Assert.Equal(
            ["1 failed at 08:00 00:00:00 True", "2 failed at 08:00 00:00:00 True", "3 failed at 08:00 00:00:00 True"],
            seen.Distinct());
    }

    [Fact]
    public async Task RetryHandler_MayAwaitDurableTasks()
    {
        await using TestHost host = await TestHost.StartAsync();
        Fail(host, int.MaxValue);
        host.Code.Main = static async context => await context.CallActivityAsync<string>(nameof(InlineFunctions.Work), TaskOptions.FromRetryHandler(async retry =>
        {
            await retry.OrchestrationContext.CreateTimer(TimeSpan.FromHours(1), CancellationToken.None);
            return retry.TotalRetryTime < TimeSpan.FromHours(2);
        }));
        string id = await host.OrchestrateAsync();
        await host.Clock.AdvanceByAsync(TimeSpan.FromHours(9));
        Assert.Equal(["08:00", "09:00", "10:00"], host.Noted());
        Assert.Equal(OrchestrationRuntimeStatus.Failed, (await host.LookAsync(id)).RuntimeStatus);
    }

    [Theory]
    [InlineData(0, 1, 1.0, null, null)]
    [InlineData(1, 0, 1.0, null, null)]
    [InlineData(1, 1, 0.9, null, null)]
    [InlineData(1, 2, 1.0, 1, null)]
    [InlineData(1, 2, 1.0, null, 1)]
    public void RetryPolicy_OutOfRange_IsRefused(int attempts, int first, double backoff, int? max, int? timeout) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new RetryPolicy(
            attempts, TimeSpan.FromSeconds(first), backoff, Seconds(max), Seconds(timeout)));

    private static TimeSpan? Seconds(int? seconds) => seconds is { } value ? TimeSpan.FromSeconds(value) : null;

    private static async Task<OrchestrationMetadata> TryAsync(TestHost host, RetryPolicy policy, TimeSpan time, int succeedsAt = int.MaxValue)
    {
        Fail(host, succeedsAt);
        host.Code.Main = async context => await context.CallActivityAsync<string>(nameof(InlineFunctions.Work), TaskOptions.FromRetryPolicy(policy));
        string id = await host.OrchestrateAsync();
        await host.Clock.AdvanceByAsync(time);
        return await host.LookAsync(id);
    }

    private static void Fail(TestHost host, int succeedsAt) => host.Code.Work = _ =>
    {
        string now = $"{host.Clock.GetUtcNow():HH:mm}";
        host.Journal.Add($"noted {now}");
        return host.Noted().Count() >= succeedsAt
            ? Task.FromResult<object?>($"done at {now}")
            : throw new InvalidOperationException($"failed at {now}");
    };
}
