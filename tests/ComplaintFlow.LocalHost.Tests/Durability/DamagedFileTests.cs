using System.Text;
using ComplaintFlow.LocalHost.Tests.Functions;
using Microsoft.Data.Sqlite;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace ComplaintFlow.LocalHost.Tests.Durability;

/// <summary>An engine's file that is damaged, cut off, missing or something else.</summary>
public sealed class DamagedFileTests : IAsyncLifetime
{
    private const int PageSize = 4096;
    private TestHost _host = null!;

    public async Task InitializeAsync()
    {
        _host = await TestHost.StartAsync(EngineFiles.Logged);
        await StartAsync("damaged", new string('d', 60_000));
        await StartAsync("sound", "s");
        await _host.Clock.SettleAsync();
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Theory]
    [InlineData("half")]
    [InlineData("page")]
    [InlineData("garbage")]
    public async Task ADamagedFile_AtTheStart_IsRefusedWithWhatToDoAndLeftAsItIs(string damage)
    {
        await _host.StopAsync();
        byte[] bytes = await File.ReadAllBytesAsync(_host.EngineFile());
        byte[] damaged = damage switch
        {
            "half" => bytes[..(bytes.Length / 2)],
            "page" => WithoutPages(bytes),
            _ => [.. Enumerable.Repeat((byte)'!', bytes.Length)],
        };
        await File.WriteAllBytesAsync(_host.EngineFile(), damaged);

        string refusal = await RefusalAsync();
        Assert.Contains("endommagé", refusal, StringComparison.Ordinal);
        Assert.Contains("Mettez-le de côté", refusal, StringComparison.Ordinal);
        Assert.Equal(damaged, await File.ReadAllBytesAsync(_host.EngineFile()));
    }

    [Fact]
    public async Task ADatabaseOfAnotherProgram_IsRefusedAndLeftAsItIs()
    {
        await _host.StopAsync();
        File.Delete(_host.EngineFile());
        using (SqliteConnection other = new($"Data Source={_host.EngineFile()};Pooling=false"))
        {
            other.Open();
            using SqliteCommand create = other.CreateCommand();
            create.CommandText = "CREATE TABLE theirs (x)";
            create.ExecuteNonQuery();
        }

        byte[] theirs = await File.ReadAllBytesAsync(_host.EngineFile());
        Assert.Contains("autre programme", await RefusalAsync(), StringComparison.Ordinal);
        Assert.Equal(theirs, await File.ReadAllBytesAsync(_host.EngineFile()));
    }

    [Theory]
    [InlineData("engine.db")]
    [InlineData("engine.db-wal")]
    public async Task AFolderInItsPlace_IsRefusedWithWhatToDo(string name)
    {
        await _host.StopAsync();
        string path = Path.Combine(_host.Directory, name);
        File.Delete(path);
        Directory.CreateDirectory(path);

        Assert.Contains("ne peut être ouvert", await RefusalAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnEmptyFile_StartsAnewAndSaysSo()
    {
        await _host.StopAsync();
        await File.WriteAllBytesAsync(_host.EngineFile(), []);
        await _host.RestartAsync();
        Assert.Equal(1, _host.LogLines("était vide"));
        Assert.Null(await _host.Client.GetInstancesAsync("sound", false, CancellationToken.None));
    }

    [Fact]
    public async Task ADamagedPage_MetWhileRunning_ConcernsItsInstanceOnly()
    {
        await _host.RestartAsync();
        await File.WriteAllBytesAsync(_host.EngineFile() + ".new", WithoutPages(await File.ReadAllBytesAsync(_host.EngineFile())));
        await OverwriteAsync(_host.EngineFile(), await File.ReadAllBytesAsync(_host.EngineFile() + ".new"));

        // Together, so that they share a commit: the sound one must not fail with the others.
        await Task.WhenAll(RaiseAsync("sound"), TryRaiseAsync("damaged"), TryRaiseAsync("damaged"));
        OrchestrationMetadata sound = await _host.Client.WaitForInstanceCompletionAsync("sound", true, CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(20));
        Assert.Equal("word", sound.ReadOutputAs<string>());
        await _host.WhenAsync(() => _host.LogLines("endommagé") > 0);
        Assert.Contains("endommagé", await _host.FaultAsync(), StringComparison.Ordinal);
        Assert.Equal(1, _host.LogLines("endommagé"));
    }

    /// <summary>What a kill leaves is the file with its log; of a log that was cut off, what is whole counts.</summary>
    [Theory]
    [InlineData("missing")]
    [InlineData("cut")]
    [InlineData("garbled")]
    public async Task ADamagedLog_OfAKilledHost_IsReadAsFarAsItIsWhole(string damage)
    {
        await _host.Writer().WriteAsync(session => session.Run("PRAGMA wal_autocheckpoint = 0"));
        await _host.RestartAsync();
        await RaiseAsync("sound");
        await _host.Clock.SettleAsync();
        byte[] file = await ReadSharedAsync(_host.EngineFile());
        byte[] log = await ReadSharedAsync(_host.EngineFile() + "-wal");
        await _host.StopAsync();
        await File.WriteAllBytesAsync(_host.EngineFile(), file);
        int kept = 32;
        if (damage == "garbled")
        {
            Array.Fill(log, (byte)'!', kept, log.Length - kept);
        }

        if (damage != "missing")
        {
            await File.WriteAllBytesAsync(_host.EngineFile() + "-wal", damage == "cut" ? log[..(kept + 100)] : log);
        }

        await _host.RestartAsync();
        Assert.Equal(OrchestrationRuntimeStatus.Running, (await _host.Client.GetInstancesAsync("sound", false, CancellationToken.None))!.RuntimeStatus);
        await RaiseAsync("sound");
        Assert.Equal("word", (await _host.Client.WaitForInstanceCompletionAsync("sound", true, CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(20))).ReadOutputAs<string>());
    }

    /// <summary>The pages that the long text fills are lost, those that it left when its row was written anew among them.</summary>
    private static byte[] WithoutPages(byte[] bytes)
    {
        byte[] full = Encoding.ASCII.GetBytes(new string('d', PageSize - 200));
        byte[] damaged = [.. bytes];
        int lost = 0;
        for (int page = PageSize; page < bytes.Length; page += PageSize)
        {
            if (bytes.AsSpan(page, PageSize).IndexOf(full) >= 0)
            {
                Array.Fill(damaged, (byte)0xFF, page, PageSize);
                lost++;
            }
        }

        Assert.True(lost > 0);
        return damaged;
    }

    private static async Task OverwriteAsync(string path, byte[] bytes)
    {
        await using FileStream file = new(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
        await file.WriteAsync(bytes);
    }

    private static async Task<byte[]> ReadSharedAsync(string path)
    {
        await using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using MemoryStream bytes = new();
        await file.CopyToAsync(bytes);
        return bytes.ToArray();
    }

    private async Task<string> RefusalAsync()
    {
        IOException refusal = await Assert.ThrowsAsync<IOException>(() => _host.RestartAsync());
        Assert.Contains(_host.EngineFile(), refusal.Message, StringComparison.Ordinal);
        return refusal.Message;
    }

    private Task<string> StartAsync(string id, string text) => _host.Client.ScheduleNewOrchestrationInstanceAsync(
        nameof(Waiting.Hearer), text, new StartOrchestrationOptions(id), CancellationToken.None);

    private Task RaiseAsync(string id) => _host.Client.RaiseEventAsync(id, "word", "word", CancellationToken.None);

    /// <summary>Whether the writer meets the damage or the turn does depends on what the writer still has in memory.</summary>
    private async Task TryRaiseAsync(string id)
    {
        try
        {
            await RaiseAsync(id);
        }
        catch (InvalidOperationException failure)
        {
            Assert.Contains("endommagé", failure.Message, StringComparison.Ordinal);
        }
    }
}
