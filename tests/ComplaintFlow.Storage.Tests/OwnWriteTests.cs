using ComplaintFlow.Functions.Storage;
using ComplaintFlow.Functions.Storage.Azure;

namespace ComplaintFlow.Storage.Tests;

/// <summary>A batch that was committed while its answer was lost is found again, and never mistaken for another writer's.</summary>
[Collection(AzuriteRun.Name)]
public sealed class OwnWriteTests(Azurite azurite) : IAsyncLifetime
{
    private readonly FaultyNetwork _network = new();
    private readonly string _partition = Names.Fresh();
    private AzureTableStore _store = null!;
    private AzureTableStore _other = null!;

    public async Task InitializeAsync()
    {
        _store = new AzureTableStore(_network.AccountOf(azurite).Tables);
        _other = new AzureTableStore(azurite.Account.Tables);
        await _store.OpenAsync();
    }

    public Task DisposeAsync()
    {
        _network.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Batch_AnswerLost_IsDoneWithTheVersionsOfItsRows()
    {
        string head = await PutAsync("head", "1");
        string due = await PutAsync("due", "1");
        _network.Next(FaultyNetwork.LosesItsAnswer);

        WriteOutcome outcome = await _store.WriteAsync(
            _partition,
            [new Replace("head", Of("2"), head), new Insert("line", Everything()), new Put("mail", Of("2")), new Delete("due", due)]);

        Assert.True(outcome.Done);
        Assert.Equal(
            [await ETagAsync("head"), await ETagAsync("line"), await ETagAsync("mail"), null],
            outcome.ETags);
        Assert.True((await _store.WriteAsync(_partition, [new Replace("head", Of("3"), outcome.ETags[0]!)])).Done);
    }

    [Fact]
    public async Task Batch_AnswerLostAndAnotherCameAfter_IsDoneWithAVersionThatHoldsNoMore()
    {
        string head = await PutAsync("head", "1");
        _network.Next(FaultyNetwork.LosesItsAnswer, async send =>
        {
            await PutAsync("head", "another's");
            return await send();
        });

        WriteOutcome outcome = await _store.WriteAsync(_partition, [new Replace("head", Of("2"), head), new Insert("line", Of("ours"))]);

        Assert.True(outcome.Done);
        Assert.Equal("head", (await _store.WriteAsync(_partition, [new Replace("head", Of("3"), outcome.ETags[0]!)])).ConflictRow);
        Assert.Equal("another's", (await _other.FindAsync(_partition, "head"))!.Text("text"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Batch_LostBeforeItArrivedAndAnotherWasFirst_IsAConflict(bool inserts)
    {
        string head = await PutAsync("head", "1");
        _network.Next(FaultyNetwork.NeverArrives, async send =>
        {
            await _other.WriteAsync(_partition, [new Replace("head", Of("another's"), head), new Insert("line", Of("another's"))]);
            return await send();
        });

        WriteOutcome outcome = await _store.WriteAsync(
            _partition, [new Replace("head", Of("ours"), head), .. inserts ? [new Insert("line", Of("ours"))] : (TableOperation[])[]]);

        Assert.Equal((false, "head"), (outcome.Done, outcome.ConflictRow));
        Assert.Equal("another's", (await _other.FindAsync(_partition, "head"))!.Text("text"));
    }

    [Fact]
    public async Task SingleOperation_AnswerLost_IsDone()
    {
        _network.Next(FaultyNetwork.LosesItsAnswer);
        WriteOutcome inserted = await _store.WriteAsync(_partition, [new Insert("a", Of("1"))]);
        Assert.True(inserted.Done);

        _network.Next(FaultyNetwork.TimesOutLate);
        WriteOutcome replaced = await _store.WriteAsync(_partition, [new Replace("a", Of("2"), inserted.ETags[0]!)]);
        Assert.True(replaced.Done);

        _network.Next(FaultyNetwork.LosesItsAnswer);
        Assert.True((await _store.WriteAsync(_partition, [new Delete("a", replaced.ETags[0])])).Done);

        await PutAsync("b", "1");
        _network.Next(FaultyNetwork.LosesItsAnswer);
        Assert.True((await _store.WriteAsync(_partition, [new Delete("b"), new Put("c", Of("1"))])).Done);
        Assert.Equal(["c"], await _other.ReadAsync(_partition).Select(row => row.Row).ToListAsync());
    }

    [Fact]
    public async Task Insert_OfWhatAnotherWroteJustSo_IsAConflictWhenEveryAttemptWasAnswered()
    {
        await PutAsync("a", "same");
        Assert.Equal("a", (await _store.WriteAsync(_partition, [new Insert("a", Of("same"))])).ConflictRow);
    }

    private static Dictionary<string, object> Of(string text) => new() { ["text"] = text };

    private static Dictionary<string, object> Everything() => new()
    {
        ["text"] = "é, œ, 😀",
        ["yes"] = true,
        ["small"] = 1,
        ["large"] = long.MaxValue,
        ["share"] = -0.0,
        ["at"] = new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(1)).AddTicks(1),
        ["bytes"] = new byte[] { 0, 255 },
    };

    private async Task<string> PutAsync(string row, string text) =>
        (await _other.WriteAsync(_partition, [new Put(row, Of(text))])).ETags[0]!;

    private async Task<string?> ETagAsync(string row) => (await _other.FindAsync(_partition, row))!.ETag;
}
