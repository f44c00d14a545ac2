using ComplaintFlow.Functions.Storage;
using ComplaintFlow.Functions.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace ComplaintFlow.Storage.Tests;

/// <summary>The one writer under pressure: locks, no room, many callers, the end.</summary>
public sealed class SqliteWriterTests : IAsyncLifetime
{
    private readonly string _folder = Names.FreshFolder();
    private SqliteTableStore _store = null!;

    private string Path => System.IO.Path.Combine(_folder, SqliteTableStore.FileName);

    public async Task InitializeAsync()
    {
        _store = new SqliteTableStore(_folder, busyTimeout: TimeSpan.FromSeconds(1));
        await _store.OpenAsync();
    }

    public async Task DisposeAsync()
    {
        await _store.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task WriteAsync_FileLockedByAnotherProgram_SaysSoThenWorksAgain()
    {
        await using (SqliteConnection other = new($"Data Source={Path};Pooling=False"))
        {
            other.Open();
            await using SqliteTransaction held = other.BeginTransaction(deferred: false);
            StoreUnavailableException fault = await Assert.ThrowsAsync<StoreUnavailableException>(async () => await WriteAsync("a"));
            Assert.Contains("autre programme", fault.Message, StringComparison.Ordinal);
            Assert.Contains(Path, fault.Message, StringComparison.Ordinal);
            Assert.Null(await _store.FindAsync("p", "a"));
        }

        await _store.CheckAsync();
        Assert.True((await WriteAsync("a")).Done);
    }

    [Fact]
    public async Task WriteAsync_NoRoomLeft_WritesNothingSaysSoThenWorksAgain()
    {
        await WriteAsync("before");
        Limit(pages: 20);
        byte[] large = new byte[60 * 1024];
        StoreUnavailableException fault = await Assert.ThrowsAsync<StoreUnavailableException>(async () => await _store.WriteAsync(
            "p", [new Delete("before"), .. Enumerable.Range(0, 10).Select(n => new Put($"large-{n}", Props(large)))]));
        Assert.Contains("Plus de place", fault.Message, StringComparison.Ordinal);
        Assert.Equal("before", Assert.Single(await _store.ReadAsync("p").ToListAsync()).Row);
        Limit(pages: 1_000_000);
        await _store.CheckAsync();
        Assert.True((await WriteAsync("after")).Done);
    }

    [Fact]
    public async Task WriteAsync_GroupWithAConflict_WritesTheOthers()
    {
        await WriteAsync("taken");
        WriteOutcome[] outcomes = await Task.WhenAll(Enumerable.Range(0, 64).Select(n =>
            _store.WriteAsync("p", [new Insert($"r{n}", Props("x")), new Insert(n == 40 ? "taken" : $"s{n}", Props("x"))]).AsTask()));
        Assert.Equal("taken", Assert.Single(outcomes, outcome => !outcome.Done).ConflictRow);
        Assert.Equal((63 * 2) + 1, (await _store.ReadAsync("p").ToListAsync()).Count);
        Assert.Null(await _store.FindAsync("p", "r40"));
    }

    [Fact]
    public async Task WriteAsync_ReadWhileWriting_SeesWholeBatchesOnly()
    {
        Task writing = Task.Run(async () =>
        {
            for (int n = 0; n < 200; n++)
            {
                await _store.WriteAsync("p", [new Put("a", Props($"{n}")), new Put("b", Props($"{n}"))]);
            }
        });
        while (!writing.IsCompleted)
        {
            List<TableRow> rows = await _store.ReadAsync("p").ToListAsync();
            Assert.True(rows.Count is 0 or 2);
            Assert.Single(rows.Select(row => row.Text("text")).DefaultIfEmpty("none").Distinct());
        }

        await writing;
    }

    [Fact]
    public async Task DisposeAsync_BatchesQueued_FinishesThemFirst()
    {
        Task<WriteOutcome>[] writes = [.. Enumerable.Range(0, 50).Select(n => WriteAsync($"r{n}"))];
        await _store.DisposeAsync();
        Assert.All(await Task.WhenAll(writes), outcome => Assert.True(outcome.Done));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => WriteAsync("late"));
    }

    [Fact]
    public async Task FindAsync_BeforeOpen_IsABug() =>
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await new SqliteTableStore(_folder).FindAsync("p", "a"));

    [Fact]
    public async Task WriteAsync_TwoInstancesOnOneFile_LoseNothingAndNeverShareAVersion()
    {
        await using SqliteTableStore other = new(_folder);
        await other.OpenAsync();
        string etag = (await WriteAsync("a")).ETags[0]!;
        List<string> versions = [etag];
        for (int round = 0; round < 20; round++)
        {
            WriteOutcome[] outcomes = await Task.WhenAll(((SqliteTableStore[])[_store, other]).Select(store =>
                Task.Run(async () => await store.WriteAsync("p", [new Replace("a", Props("x"), etag)]))));
            etag = Assert.Single(outcomes, outcome => outcome.Done).ETags[0]!;
            versions.Add(etag);
        }

        Assert.Equal(21, versions.Distinct().Count());
    }

    [Fact]
    public async Task CheckAsync_FileRemoved_SaysSo()
    {
        File.Delete(Path);
        StoreUnavailableException fault = await Assert.ThrowsAsync<StoreUnavailableException>(async () => await _store.CheckAsync());
        Assert.Contains("supprimé", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CheckAsync_BeforeOpen_SaysSo()
    {
        await using SqliteTableStore closed = new(_folder);
        await Assert.ThrowsAsync<StoreUnavailableException>(async () => await closed.CheckAsync());
    }

    private static Dictionary<string, object> Props(object value) => new() { ["text"] = value };

    private async Task<WriteOutcome> WriteAsync(string row) => await _store.WriteAsync("p", [new Insert(row, Props("x"))]);

    private void Limit(int pages) => _store.LimitPages(pages);
}
