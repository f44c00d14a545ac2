using ComplaintFlow.Functions.Storage;

namespace ComplaintFlow.Storage.Tests;

/// <content>One operation at a time: what each condition means.</content>
public abstract partial class TableStoreContract
{
    [Fact]
    public async Task Insert_NewRow_IsFoundWithItsKeysAndVersion()
    {
        WriteOutcome outcome = await WriteAsync(new Insert("a", Props("first")));
        TableRow row = await FindAsync("a");
        Assert.True(outcome.Done);
        Assert.Null(outcome.ConflictRow);
        Assert.Equal((_partition, "a", "first"), (row.Partition, row.Row, row.Text("text")));
        Assert.Equal(outcome.ETags, [row.ETag]);
        Assert.Single(row.Properties);
    }

    [Fact]
    public async Task Insert_ExistingRow_IsAConflict()
    {
        await WriteAsync(new Insert("a", Props("first")));
        AssertConflict("a", await WriteAsync(new Insert("a", Props("second"))));
        Assert.Equal("first", (await FindAsync("a")).Text("text"));
    }

    [Fact]
    public async Task Replace_SameVersion_ReplacesTheWholeRow()
    {
        string etag = (await WriteAsync(new Insert("a", new Dictionary<string, object> { ["old"] = 1 }))).ETags[0]!;
        WriteOutcome outcome = await WriteAsync(new Replace("a", Props("new"), etag));
        TableRow row = await FindAsync("a");
        Assert.True(outcome.Done);
        Assert.Equal(row.ETag, outcome.ETags[0]);
        Assert.NotEqual(etag, row.ETag);
        Assert.Equal(["text"], row.Properties.Keys);
    }

    [Fact]
    public async Task Replace_OlderVersion_IsAConflict()
    {
        string etag = (await WriteAsync(new Insert("a", Props("1")))).ETags[0]!;
        await WriteAsync(new Replace("a", Props("2"), etag));
        AssertConflict("a", await WriteAsync(new Replace("a", Props("3"), etag)));
        Assert.Equal("2", (await FindAsync("a")).Text("text"));
    }

    [Fact]
    public async Task Replace_SameContent_StillChangesTheVersion()
    {
        string etag = (await WriteAsync(new Insert("a", Props("1")))).ETags[0]!;
        await WriteAsync(new Replace("a", Props("1"), etag));
        AssertConflict("a", await WriteAsync(new Replace("a", Props("1"), etag)));
    }

    [Fact]
    public async Task Replace_MissingRow_IsAConflict()
    {
        string etag = (await WriteAsync(new Insert("a", Props("1")))).ETags[0]!;
        await WriteAsync(new Delete("a"));
        AssertConflict("a", await WriteAsync(new Replace("a", Props("2"), etag)));
    }

    [Fact]
    public async Task Replace_RowDeletedAndWrittenAgain_IsAConflict()
    {
        string etag = (await WriteAsync(new Insert("a", Props("1")))).ETags[0]!;
        await WriteAsync(new Delete("a"));
        await WriteAsync(new Insert("a", Props("1")));
        AssertConflict("a", await WriteAsync(new Replace("a", Props("2"), etag)));
    }

    [Fact]
    public async Task Replace_UnknownVersion_IsAConflict()
    {
        await WriteAsync(new Insert("a", Props("1")));
        AssertConflict("a", await WriteAsync(new Replace("a", Props("2"), "not-a-version")));
    }

    [Fact]
    public async Task Put_NewAndExistingRow_WritesTheWholeRow()
    {
        WriteOutcome first = await WriteAsync(new Put("a", new Dictionary<string, object> { ["old"] = 1 }));
        WriteOutcome second = await WriteAsync(new Put("a", Props("new")));
        TableRow row = await FindAsync("a");
        Assert.NotEqual(first.ETags[0], second.ETags[0]);
        Assert.Equal(second.ETags[0], row.ETag);
        Assert.Equal(["text"], row.Properties.Keys);
    }

    [Fact]
    public async Task Delete_ExistingRow_RemovesIt()
    {
        await WriteAsync(new Insert("a", Props("1")));
        WriteOutcome outcome = await WriteAsync(new Delete("a"));
        Assert.True(outcome.Done);
        Assert.Equal([null], outcome.ETags);
        Assert.Null(await Store.FindAsync(_partition, "a"));
    }

    [Fact]
    public async Task Delete_MissingRowWithoutVersion_IsDone()
    {
        WriteOutcome outcome = await WriteAsync(new Delete("a"));
        Assert.True(outcome.Done);
        Assert.Equal([null], outcome.ETags);
    }

    [Fact]
    public async Task Delete_SameVersion_RemovesTheRow()
    {
        string etag = (await WriteAsync(new Insert("a", Props("1")))).ETags[0]!;
        Assert.True((await WriteAsync(new Delete("a", etag))).Done);
        Assert.Null(await Store.FindAsync(_partition, "a"));
    }

    [Fact]
    public async Task Delete_OlderVersionOrMissingRow_IsAConflict()
    {
        string etag = (await WriteAsync(new Insert("a", Props("1")))).ETags[0]!;
        await WriteAsync(new Put("a", Props("2")));
        AssertConflict("a", await WriteAsync(new Delete("a", etag)));
        await WriteAsync(new Delete("a"));
        AssertConflict("a", await WriteAsync(new Delete("a", etag)));
    }
}
