using System.Text;
using ComplaintFlow.Functions.Storage;
using ComplaintFlow.Functions.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace ComplaintFlow.Storage.Tests;

/// <summary>What may lie in the place of the file, and what becomes of ours.</summary>
public sealed class SqliteFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateDirectory(Names.FreshFolder()).FullName;

    private string Path => System.IO.Path.Combine(_folder, SqliteTableStore.FileName);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task OpenAsync_AfterDispose_FindsEverythingInOneFile()
    {
        string? etag;
        await using (SqliteTableStore first = await OpenAsync())
        {
            etag = (await WriteAsync(first, "a")).ETags[0];
        }

        Assert.Equal([Path], Directory.GetFiles(_folder));
        await using SqliteTableStore second = await OpenAsync();
        Assert.Equal(etag, (await second.FindAsync("p", "a"))!.ETag);
    }

    [Fact]
    public async Task OpenAsync_AfterDispose_NeverGivesAVersionAgain()
    {
        string? etag;
        await using (SqliteTableStore first = await OpenAsync())
        {
            etag = (await WriteAsync(first, "a")).ETags[0];
            await first.WriteAsync("p", [new Delete("a")]);
        }

        await using SqliteTableStore second = await OpenAsync();
        Assert.NotEqual(etag, (await WriteAsync(second, "a")).ETags[0]);
    }

    [Fact]
    public async Task OpenAsync_AfterACrash_FindsWhatWasAcknowledged()
    {
        await using SqliteTableStore crashed = await OpenAsync();
        await WriteAsync(crashed, "a");

        // What a kill leaves behind: the file and its log, not merged.
        string copy = Directory.CreateDirectory(System.IO.Path.Combine(_folder, "copy")).FullName;
        foreach (string file in Directory.GetFiles(_folder))
        {
            File.Copy(file, System.IO.Path.Combine(copy, System.IO.Path.GetFileName(file)));
        }

        await using SqliteTableStore next = new(copy);
        await next.OpenAsync();
        Assert.NotNull(await next.FindAsync("p", "a"));
    }

    [Fact]
    public async Task OpenAsync_LogCutInTheMiddle_ShowsNoPartOfTheLastBatch()
    {
        await using SqliteTableStore crashed = await OpenAsync();
        await WriteAsync(crashed, "first");
        long before = new FileInfo(Path + "-wal").Length;
        await crashed.WriteAsync("p", [.. Enumerable.Range(0, 100).Select(n => new Insert($"r{n}", Props(new string('x', 500))))]);
        long after = new FileInfo(Path + "-wal").Length;

        foreach (long length in (long[])[before + 1, (before + after) / 2, after - 1])
        {
            string copy = Directory.CreateDirectory(System.IO.Path.Combine(_folder, $"copy-{length}")).FullName;
            File.Copy(Path, System.IO.Path.Combine(copy, SqliteTableStore.FileName));
            byte[] log = await ReadSharedAsync(Path + "-wal");
            await File.WriteAllBytesAsync(System.IO.Path.Combine(copy, SqliteTableStore.FileName + "-wal"), log[..(int)length]);
            await using SqliteTableStore next = new(copy);
            await next.OpenAsync();
            Assert.Equal("first", Assert.Single(await next.ReadAsync("p").ToListAsync()).Row);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(50)]
    [InlineData(20_000)]
    public async Task OpenAsync_RandomBytes_IsRefusedByNameAndLeftAsItIs(int length)
    {
        byte[] bytes = new byte[length];
        System.Security.Cryptography.RandomNumberGenerator.Fill(bytes);
        await AssertRefusedAsync(bytes, "endommagé");
    }

    [Fact]
    public async Task OpenAsync_OwnFileDamagedInside_IsRefusedByNameAndLeftAsItIs()
    {
        await using (SqliteTableStore store = await OpenAsync())
        {
            await store.WriteAsync("p", [.. Enumerable.Range(0, 100).Select(n => new Insert($"r{n:000}", Props(new string('x', 900))))]);
        }

        byte[] bytes = await File.ReadAllBytesAsync(Path);
        Encoding.ASCII.GetBytes(new string('?', 8192)).CopyTo(bytes, bytes.Length - 12_288);
        await AssertRefusedAsync(bytes, "endommagé");
    }

    [Fact]
    public async Task OpenAsync_FileCutShort_IsRefusedByNameAndLeftAsItIs()
    {
        await using (SqliteTableStore store = await OpenAsync())
        {
            await store.WriteAsync("p", [.. Enumerable.Range(0, 100).Select(n => new Insert($"r{n:000}", Props(new string('x', 900))))]);
        }

        await AssertRefusedAsync((await File.ReadAllBytesAsync(Path))[..12_288], "endommagé");
    }

    [Fact]
    public async Task OpenAsync_DatabaseOfAnotherProgram_IsRefusedByNameAndLeftAsItIs()
    {
        Execute("CREATE TABLE complaints (partition, row); INSERT INTO complaints VALUES ('theirs', 1)");
        await AssertRefusedAsync(await File.ReadAllBytesAsync(Path), "autre programme");
    }

    [Fact]
    public async Task OpenAsync_FileOfALaterVersion_IsRefusedByNameAndLeftAsItIs()
    {
        await (await OpenAsync()).DisposeAsync();
        Execute("PRAGMA user_version = 2");
        await AssertRefusedAsync(await File.ReadAllBytesAsync(Path), "plus récente (format 2, connu : 1)");
    }

    [Fact]
    public async Task OpenAsync_FolderInThePlaceOfTheFile_IsRefusedByName()
    {
        Directory.CreateDirectory(Path);
        StoreUnavailableException refusal = await Assert.ThrowsAsync<StoreUnavailableException>(OpenAsync);
        Assert.Contains(Path, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OpenAsync_FileInThePlaceOfTheFolder_IsRefusedByName()
    {
        await File.WriteAllTextAsync(System.IO.Path.Combine(_folder, "data"), "");
        SqliteTableStore store = new(System.IO.Path.Combine(_folder, "data"));
        StoreUnavailableException refusal = await Assert.ThrowsAsync<StoreUnavailableException>(async () => await store.OpenAsync());
        Assert.Contains("data", refusal.Message, StringComparison.Ordinal);
    }

    private static Dictionary<string, object> Props(string text) => new() { ["text"] = text };

    private static async Task<WriteOutcome> WriteAsync(SqliteTableStore store, string row) =>
        await store.WriteAsync("p", [new Insert(row, Props("kept"))]);

    private static async Task<byte[]> ReadSharedAsync(string path)
    {
        await using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using MemoryStream copy = new();
        await file.CopyToAsync(copy);
        return copy.ToArray();
    }

    private async Task<SqliteTableStore> OpenAsync()
    {
        SqliteTableStore store = new(_folder);
        await store.OpenAsync();
        return store;
    }

    private async Task AssertRefusedAsync(byte[] bytes, string reason)
    {
        await File.WriteAllBytesAsync(Path, bytes);
        StoreUnavailableException refusal = await Assert.ThrowsAsync<StoreUnavailableException>(OpenAsync);
        Assert.Contains(Path, refusal.Message, StringComparison.Ordinal);
        Assert.Contains(reason, refusal.Message, StringComparison.Ordinal);
        Assert.Equal(bytes, await File.ReadAllBytesAsync(Path));
    }

    private void Execute(string sql)
    {
        using SqliteConnection connection = new($"Data Source={Path};Pooling=False");
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
#pragma warning disable CA2100 // Constants of this file.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
