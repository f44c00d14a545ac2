using ComplaintFlow.LocalHost.Tests.Functions;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace ComplaintFlow.LocalHost.Tests.Durability;

/// <summary>A disk without room, for real: callers hear of it, nothing is lost, and everything goes on once there is room.</summary>
public sealed class FullDiskTests : IAsyncLifetime
{
    private const string Full = "Plus de place sur le disque";
    private SmallDisk? _disk;
    private TestHost? _host;

    private TestHost Host => _host!;

    public async Task InitializeAsync()
    {
        _disk = SmallDisk.TryMount();
        if (_disk is not null)
        {
            _host = await TestHost.StartAsync(EngineFiles.Logged, $"--LocalHost__DataDirectory={_disk.Path}");
        }
    }

    public async Task DisposeAsync()
    {
        if (_host is not null)
        {
            await _host.DisposeAsync();
        }

        _disk?.Dispose();
    }

    [SmallDiskFact]
    public async Task AStart_OnAFullDisk_FailsForItsCallerAndWorksOnceThereIsRoom()
    {
        _disk!.Fill();
        InvalidOperationException failure = await Assert.ThrowsAnyAsync<InvalidOperationException>(() => StartAsync("a"));
        Assert.Contains(Full, failure.Message, StringComparison.Ordinal);
        Assert.Contains(Path.Combine(_disk.Path, "engine.db"), failure.Message, StringComparison.Ordinal);
        Assert.Contains(Full, await Host.FaultAsync(), StringComparison.Ordinal);
        Assert.Null(await Host.Client.GetInstancesAsync("a", false, CancellationToken.None));

        _disk.Free();
        Assert.Null(await Host.FaultAsync());
        await StartAsync("a");
        Assert.Equal(OrchestrationRuntimeStatus.Completed, (await DoneAsync("a")).RuntimeStatus);
        Assert.Equal(1, Host.LogLines(Full));
        Assert.Equal(1, Host.LogLines("répond à nouveau"));
    }

    [SmallDiskFact]
    public async Task AnActivity_ThatEndsOnAFullDisk_IsNotedOnceThereIsRoomAndNotRunAgain()
    {
        await Host.Client.ScheduleNewOrchestrationInstanceAsync(nameof(Orchestrators.Holder), "held", new StartOrchestrationOptions("b"), CancellationToken.None);
        await Host.WhenAsync(() => Host.Journal.Lines.Contains("begin held"));
        _disk!.Fill();
        Host.Journal.Gate("held").SetResult();
        await Host.WhenAsync(() => Host.LogLines(Full) > 0);

        _disk.Free();
        Assert.Equal(OrchestrationRuntimeStatus.Completed, (await DoneAsync("b")).RuntimeStatus);
        Assert.Single(Host.Journal.Lines, line => line == "begin held");
        Assert.Single(Host.Journal.Lines, line => line == "end held");
    }

    [SmallDiskFact]
    public async Task ATimer_DueOnAFullDisk_FiresOnceThereIsRoom()
    {
        // On the real clock, since a virtual one could not note that it moved.
        await using TestHost host = await TestHost.StartAsync(
            EngineFiles.Logged, "--LocalHost__Clock__Start=", $"--LocalHost__DataDirectory={Directory.CreateDirectory(Path.Combine(_disk!.Path, "real"))}");
        await host.Client.ScheduleNewOrchestrationInstanceAsync(nameof(Orchestrators.ShortNap), 700, new StartOrchestrationOptions("c"), CancellationToken.None);
        await host.Client.WaitForInstanceStartAsync("c", CancellationToken.None);
        _disk.Fill();
        await host.WhenAsync(() => host.LogLines(Full) > 0);

        _disk.Free();
        OrchestrationMetadata done = await host.Client.WaitForInstanceCompletionAsync("c", true, CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(30));
        Assert.Equal(OrchestrationRuntimeStatus.Completed, done.RuntimeStatus);
    }

    [SmallDiskFact]
    public async Task AnEvent_OnAFullDisk_FailsForItsCallerAndIsNotTaken()
    {
        await Host.Client.ScheduleNewOrchestrationInstanceAsync(nameof(Orchestrators.Listener), 1, new StartOrchestrationOptions("d"), CancellationToken.None);
        await Host.Clock.SettleAsync();
        _disk!.Fill();
        await Assert.ThrowsAnyAsync<InvalidOperationException>(() => Host.Client.RaiseEventAsync("d", "word", "lost", CancellationToken.None));

        _disk.Free();
        await Host.Client.RaiseEventAsync("d", "word", "kept", CancellationToken.None);
        Assert.Equal("kept", (await DoneAsync("d")).ReadOutputAs<string>());
    }

    [SmallDiskFact]
    public async Task AStartOfTheHost_OnAReadOnlyDisk_IsRefusedNamingTheFolder()
    {
        await Host.StopAsync();
        _disk!.SetReadOnly(true);
        IOException refusal = await Assert.ThrowsAsync<IOException>(() => TestHost.StartAsync($"--LocalHost__DataDirectory={_disk.Path}"));
        Assert.Contains(_disk.Path, refusal.Message, StringComparison.Ordinal);
        Assert.Contains("droits", refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("autre hôte", refusal.Message, StringComparison.Ordinal);
        _disk.SetReadOnly(false);
    }

    private Task<string> StartAsync(string id) => Host.Client.ScheduleNewOrchestrationInstanceAsync(
        nameof(Orchestrators.Sequence), new string('x', 8_000), new StartOrchestrationOptions(id), CancellationToken.None);

    private async Task<OrchestrationMetadata> DoneAsync(string id) =>
        await Host.Client.WaitForInstanceCompletionAsync(id, true, CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(30));
}
