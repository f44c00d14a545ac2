using ComplaintFlow.Functions.Storage;

namespace ComplaintFlow.Storage.Tests;

/// <content>Keys, ranges and their order.</content>
public abstract partial class TableStoreContract
{
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
}
