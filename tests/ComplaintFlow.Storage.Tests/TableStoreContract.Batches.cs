using ComplaintFlow.Functions.Storage;

namespace ComplaintFlow.Storage.Tests;

/// <content>All or nothing, also when many write at once.</content>
public abstract partial class TableStoreContract
{
    [Fact]
    public async Task Delete_MissingRowsAmongOthers_WritesTheOthers()
    {
        await WriteAsync(new Insert("c", Props("old")));
        WriteOutcome outcome = await WriteAsync(
            new Delete("a"), new Insert("b", Props("1")), new Delete("c"), new Delete("d"), new Put("e", Props("2")));
        Assert.True(outcome.Done);
        Assert.Equal([null, (await FindAsync("b")).ETag, null, null, (await FindAsync("e")).ETag], outcome.ETags);
        Assert.Equal(["b", "e"], await RowsAsync());
    }

    [Fact]
    public async Task Delete_ManyMissingRows_IsDone()
    {
        WriteOutcome outcome = await WriteAsync([.. Enumerable.Range(0, 100).Select(n => new Delete($"row-{n}"))]);
        Assert.True(outcome.Done);
        Assert.Equal(100, outcome.ETags.Count);
    }

    [Fact]
    public async Task WriteAsync_ConflictInABatch_LeavesNothing()
    {
        await WriteAsync(new Insert("b", Props("old")), new Insert("d", Props("old")));
        WriteOutcome outcome = await WriteAsync(
            new Insert("a", Props("1")), new Delete("d"), new Insert("b", Props("2")), new Put("c", Props("3")));
        AssertConflict("b", outcome);
        Assert.Equal(["b", "d"], await RowsAsync());
        Assert.Equal("old", (await FindAsync("b")).Text("text"));
    }

    [Fact]
    public async Task WriteAsync_HundredOperations_WritesAllAndTellsEachVersion()
    {
        WriteOutcome outcome = await WriteAsync([.. Enumerable.Range(0, 100).Select(n => new Insert($"row-{n:000}", Props($"{n}")))]);
        List<TableRow> rows = await ReadAsync();
        Assert.Equal(rows.Select(row => row.ETag), outcome.ETags);
        Assert.Equal("42", rows[42].Text("text"));
    }

    [Fact]
    public async Task WriteAsync_TwoWritersOfOneVersion_ExactlyOneWins()
    {
        string etag = (await WriteAsync(new Insert("a", Props("0")))).ETags[0]!;
        for (int round = 0; round < 10; round++)
        {
            WriteOutcome[] outcomes = await Task.WhenAll(Enumerable.Range(0, 2).Select(writer =>
                Task.Run(() => WriteAsync(new Replace("a", Props($"{round}.{writer}"), etag), new Put($"won-{round}", Props($"{writer}"))))));
            int winner = Assert.Single(Enumerable.Range(0, 2), n => outcomes[n].Done);
            AssertConflict("a", outcomes[1 - winner]);
            Assert.Equal($"{round}.{winner}", (await FindAsync("a")).Text("text"));
            Assert.Equal($"{winner}", (await FindAsync($"won-{round}")).Text("text"));
            etag = outcomes[winner].ETags[0]!;
        }
    }

    [Fact]
    public async Task WriteAsync_SixtyFourWritersOfOneCounter_LoseNoIncrement()
    {
        await WriteAsync(new Insert("count", new Dictionary<string, object> { ["n"] = 0L }));
        await Task.WhenAll(Enumerable.Range(0, 64).Select(writer => Task.Run(() => WriteAsync(new Insert($"w-{writer:00}", Props("x"))))));
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(IncrementAsync)));
        Assert.Equal(8, (await FindAsync("count")).Number("n"));
        Assert.Equal(65, (await ReadAsync()).Count);
    }
}
