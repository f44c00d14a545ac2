using ComplaintFlow.Functions.Storage;
using CsCheck;

namespace ComplaintFlow.Storage.Tests;

/// <summary>What every table store promises; one subclass per engine.</summary>
public abstract class TableStoreContract : IAsyncLifetime
{
    private readonly string _partition = Names.Fresh();

    protected abstract ITableStore Store { get; }

    public abstract Task InitializeAsync();

    public abstract Task DisposeAsync();

    [Fact]
    public async Task FindAsync_MissingRow_IsNull() => Assert.Null(await Store.FindAsync(_partition, "none"));

    [Fact]
    public async Task OpenAsync_Again_KeepsTheRows()
    {
        await WriteAsync(new Insert("a", Props("kept")));
        await Store.OpenAsync();
        Assert.Equal("kept", (await FindAsync("a")).Text("text"));
    }

    [Fact]
    public async Task CheckAsync_OpenStore_Passes() => await Store.CheckAsync();

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

    [Fact]
    public async Task ReadAsync_WholePartition_IsInOrdinalOrderAndOfThisPartitionOnly()
    {
        string[] rows = ["B", "a", "Z-1", "10", "9", "a-b", "_", "É", "é", "~"];
        await WriteAsync([.. rows.Select(row => new Insert(row, Props(row)))]);
        await Store.WriteAsync(_partition + "0", [new Insert("m", Props("other"))]);
        Assert.Equal(rows.Order(StringComparer.Ordinal), await RowsAsync());
    }

    [Theory]
    [InlineData(null, null, "a a-1 a-2 b c")]
    [InlineData("a-1", null, "a-1 a-2 b c")]
    [InlineData(null, "b", "a a-1 a-2")]
    [InlineData("a-", "a.", "a-1 a-2")]
    [InlineData("a-1", "a-1", "")]
    [InlineData("a-3", "b/", "b")]
    [InlineData("c", "a", "")]
    [InlineData("it's", null, "")]
    public async Task ReadAsync_Range_IncludesItsStartAndExcludesItsEnd(string? from, string? until, string expected)
    {
        await WriteAsync([.. ((string[])["a", "a-1", "a-2", "b", "c"]).Select(row => new Insert(row, Props(row)))]);
        Assert.Equal(expected, string.Join(' ', (await ReadAsync(from, until)).Select(row => row.Row)));
    }

    [Fact]
    public async Task ReadAsync_MoreThanAPage_GivesEveryRowOnce()
    {
        string[] rows = [.. Enumerable.Range(0, 1100).Select(n => $"{n:0000}")];
        foreach (string[] batch in rows.Chunk(100))
        {
            await WriteAsync([.. batch.Select(row => new Insert(row, Props(row)))]);
        }

        Assert.Equal(rows, await RowsAsync());
    }

    [Fact]
    public async Task ReadAsync_WritingMeanwhile_DoesNotDisturb()
    {
        await WriteAsync(new Insert("a", Props("1")), new Insert("b", Props("1")));
        int seen = 0;
        await foreach (TableRow row in Store.ReadAsync(_partition))
        {
            Assert.True((await WriteAsync(new Replace(row.Row, Props("2"), row.ETag!))).Done);
            seen++;
        }

        Assert.Equal(2, seen);
        Assert.All(await ReadAsync(), row => Assert.Equal("2", row.Text("text")));
    }

    [Theory]
    [InlineData("R26-7KQ4-M2ZD")]
    [InlineData("a b")]
    [InlineData("it's")]
    [InlineData("50%")]
    [InlineData("%41")]
    [InlineData("a+b&c=d;e,f")]
    [InlineData("(x)!*@$~^`|<>{}[]\"")]
    [InlineData("réclamation du 3 août")]
    [InlineData("<guid@courtier.example>")]
    [InlineData("😀")]
    [InlineData("..")]
    public async Task Key_UnusualCharacters_AddressesItsRow(string key)
    {
        string partition = $"{_partition}{key}";
        Assert.True((await Store.WriteAsync(partition, [new Insert(key, Props("1"))])).Done);
        string etag = (await Store.FindAsync(partition, key))!.ETag!;
        WriteOutcome batch = await Store.WriteAsync(partition, [new Replace(key, Props("2"), etag), new Insert(key + "2", Props("3"))]);
        Assert.True(batch.Done);
        List<TableRow> rows = await Store.ReadAsync(partition, key).ToListAsync();
        Assert.Equal([(partition, key, "2"), (partition, key + "2", "3")], rows.Select(row => (row.Partition, row.Row, row.Text("text"))));
        Assert.True((await Store.WriteAsync(partition, [new Delete(key, rows[0].ETag)])).Done);
    }

    [Fact]
    public async Task Properties_EveryTypeAndItsExtremes_RoundTrip()
    {
        await AssertRoundTripAsync(Samples.Extremes);
    }

    [Theory]
    [MemberData(nameof(Samples.Texts), MemberType = typeof(Samples))]
    public async Task Properties_UnusualText_RoundTrips(string text) =>
        await AssertRoundTripAsync(new Dictionary<string, object> { ["text"] = text });

    [Fact]
    public async Task Properties_InstantOfAnotherOffset_ComesBackInUtc()
    {
        DateTimeOffset paris = new(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(1));
        await WriteAsync(new Put("a", new Dictionary<string, object> { ["at"] = paris }));
        DateTimeOffset read = (await FindAsync("a")).Instant("at");
        Assert.Equal((paris, TimeSpan.Zero), (read, read.Offset));
    }

    [Fact]
    public async Task Properties_AnyRow_RoundTrips() =>
        await Samples.AnyRow.SampleAsync(AssertRoundTripAsync, iter: Iterations, threads: 1);

    [Fact]
    public async Task WriteAsync_LargestRowAndBatch_AreTaken()
    {
        // 15 texts of 64 KiB stay below 1 MiB a row; their ASCII halves on the wire keep four such rows below 4 MiB.
        Dictionary<string, object> large = Enumerable.Range(0, 15).ToDictionary(n => $"p{n}", _ => (object)new string('x', 32 * 1024));
        Assert.True((await WriteAsync([.. Enumerable.Range(0, 4).Select(n => new Insert($"{n}", large))])).Done);
        Assert.Equal(large["p14"], (await FindAsync("3")).Text("p14"));
        Assert.Equal(4, (await ReadAsync()).Count);
    }

    [Theory]
    [MemberData(nameof(RefusedBatches.All), MemberType = typeof(RefusedBatches))]
    public async Task WriteAsync_BatchAgainstTheRules_IsRefusedAndWritesNothing(string name)
    {
        ArgumentException refusal = await Assert.ThrowsAsync<ArgumentException>(
            async () => await Store.WriteAsync(_partition, RefusedBatches.Of(name)));
        Assert.Contains(RefusedBatches.Reason(name), refusal.Message, StringComparison.Ordinal);
        Assert.Empty(await ReadAsync());
    }

    [Theory]
    [InlineData("")]
    [InlineData("a/b")]
    [InlineData("a\\b")]
    [InlineData("a#b")]
    [InlineData("a?b")]
    [InlineData("a\tb")]
    [InlineData("a\u0085b")]
    public async Task Key_AgainstTheRules_IsRefusedEverywhere(string key)
    {
        await Assert.ThrowsAsync<ArgumentException>(async () => await Store.FindAsync(_partition, key));
        await Assert.ThrowsAsync<ArgumentException>(async () => await Store.FindAsync(key, "a"));
        await Assert.ThrowsAsync<ArgumentException>(async () => await Store.ReadAsync(key).ToListAsync());
        await Assert.ThrowsAsync<ArgumentException>(async () => await Store.WriteAsync(key, [new Delete("a")]));
        await Assert.ThrowsAsync<ArgumentException>(async () => await WriteAsync(new Delete(key)));
    }

    [Fact]
    public async Task WriteAsync_CancelledBefore_WritesNothing()
    {
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            async () => await Store.WriteAsync(_partition, [new Insert("a", Props("1"))], new CancellationToken(true)));
        Assert.Null(await Store.FindAsync(_partition, "a"));
    }

    protected virtual int Iterations => 100;

    protected static Dictionary<string, object> Props(string text) => new() { ["text"] = text };

    private static void AssertConflict(string row, WriteOutcome outcome)
    {
        Assert.False(outcome.Done);
        Assert.Equal(row, outcome.ConflictRow);
        Assert.Empty(outcome.ETags);
    }

    private async Task<WriteOutcome> WriteAsync(params TableOperation[] operations) => await Store.WriteAsync(_partition, operations);

    private async Task<TableRow> FindAsync(string row)
    {
        TableRow? found = await Store.FindAsync(_partition, row);
        Assert.NotNull(found);
        return found;
    }

    private async Task<List<TableRow>> ReadAsync(string? from = null, string? until = null) =>
        await Store.ReadAsync(_partition, from, until).ToListAsync();

    private async Task<IEnumerable<string>> RowsAsync() => (await ReadAsync()).Select(row => row.Row);

    private async Task IncrementAsync()
    {
        WriteOutcome outcome;
        do
        {
            TableRow row = await FindAsync("count");
            outcome = await WriteAsync(new Replace("count", new Dictionary<string, object> { ["n"] = row.Number("n") + 1 }, row.ETag!));
        }
        while (!outcome.Done);
    }

    private async Task AssertRoundTripAsync(IReadOnlyDictionary<string, object> properties)
    {
        WriteOutcome outcome = await WriteAsync(new Put("any", properties));
        Samples.AssertSame(properties, (await FindAsync("any")).Properties);
        TableRow row = Assert.Single(await ReadAsync("any", "any0"));
        Samples.AssertSame(properties, row.Properties);
        Assert.Equal(outcome.ETags[0], row.ETag);
    }
}
