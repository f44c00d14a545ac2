using ComplaintFlow.LocalHost.Tests.Functions;
using Microsoft.Data.Sqlite;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace ComplaintFlow.LocalHost.Tests.Durability;

/// <summary>The engine's file held by another program, or by none that lets it be written.</summary>
public sealed class LockedFileTests
{
    [Fact]
    public async Task ALock_GivenBackWithinItsPatience_IsNotNoticed()
    {
        await using TestHost host = await TestHost.StartAsync(EngineFiles.Logged);
        using SqliteConnection other = Hold(host);
        Task<string> start = StartAsync(host, "a");
        Assert.False(start.IsCompleted);
        other.Dispose();
        Assert.Equal("a", await start);
        Assert.Equal(0, host.LogLines("tenu par un autre programme"));
    }

    /// <summary>Takes the five seconds that a lock is waited for.</summary>
    [Fact]
    public async Task ALock_HeldLonger_IsSaidToTheCallerAndGoneOnceGivenBack()
    {
        await using TestHost host = await TestHost.StartAsync(EngineFiles.Logged);
        await host.Client.ScheduleNewOrchestrationInstanceAsync(nameof(Orchestrators.Holder), "held", new StartOrchestrationOptions("b"), CancellationToken.None);
        await host.WhenAsync(() => host.Journal.Lines.Contains("begin held"));
        using SqliteConnection other = Hold(host);
        host.Journal.Gate("held").SetResult();
        InvalidOperationException failure = await Assert.ThrowsAnyAsync<InvalidOperationException>(() => StartAsync(host, "a"));
        Assert.Contains("tenu par un autre programme", failure.Message, StringComparison.Ordinal);
        Assert.Contains(host.EngineFile(), failure.Message, StringComparison.Ordinal);

        other.Dispose();
        OrchestrationMetadata done = await host.Client.WaitForInstanceCompletionAsync("b", true, CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(30));
        Assert.Equal(OrchestrationRuntimeStatus.Completed, done.RuntimeStatus);
        Assert.Null(await host.FaultAsync());
        Assert.Single(host.Journal.Lines, line => line == "end held");
    }

    [Fact]
    public async Task AFile_ThatBecomesReadOnly_IsSaidToTheCallerAndInTheHealth()
    {
        await using TestHost host = await TestHost.StartAsync(EngineFiles.Logged);
        await host.Writer().WriteAsync(session => session.Run("PRAGMA query_only = 1"));
        InvalidOperationException failure = await Assert.ThrowsAnyAsync<InvalidOperationException>(() => StartAsync(host, "a"));
        Assert.Contains("lecture seule", failure.Message, StringComparison.Ordinal);
        Assert.Contains("lecture seule", await host.FaultAsync(), StringComparison.Ordinal);
        Assert.Contains(host.EngineFile(), await host.FaultAsync(), StringComparison.Ordinal);
    }

    private static SqliteConnection Hold(TestHost host)
    {
        SqliteConnection other = new($"Data Source={host.EngineFile()};Pooling=false");
        other.Open();
        using SqliteCommand begin = other.CreateCommand();
        begin.CommandText = "BEGIN EXCLUSIVE";
        begin.ExecuteNonQuery();
        return other;
    }

    private static Task<string> StartAsync(TestHost host, string id) => host.Client.ScheduleNewOrchestrationInstanceAsync(
        nameof(Orchestrators.Sequence), "x", new StartOrchestrationOptions(id), CancellationToken.None);
}
