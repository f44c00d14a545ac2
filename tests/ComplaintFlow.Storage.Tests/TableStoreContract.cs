using ComplaintFlow.Functions.Storage;

namespace ComplaintFlow.Storage.Tests;

/// <summary>What every table store promises; one subclass per engine.</summary>
public abstract partial class TableStoreContract : IAsyncLifetime
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
