using System.Diagnostics;
using ComplaintFlow.Functions.Storage;
using ComplaintFlow.Functions.Storage.Azure;

namespace ComplaintFlow.Storage.Tests;

/// <summary>What the store makes of a network and a service that fail for a moment, or for longer.</summary>
[Collection(AzuriteRun.Name)]
public sealed class TableStoreFaultTests(Azurite azurite) : IAsyncLifetime
{
    private const int AllAttempts = 4;
    private readonly FaultyNetwork _network = new();
    private readonly string _partition = Names.Fresh();
    private AzureTableStore _store = null!;

    public static TheoryData<string, FaultyNetwork.Fault> Passing => new()
    {
        { "throttled", FaultyNetwork.IsThrottled },
        { "timed out", FaultyNetwork.TimesOut },
        { "never arrived", FaultyNetwork.NeverArrives },
        { "answer lost", FaultyNetwork.LosesItsAnswer },
        { "timed out late", FaultyNetwork.TimesOutLate },
    };

    public async Task InitializeAsync()
    {
        _store = new AzureTableStore(_network.AccountOf(azurite).Tables);
        await _store.OpenAsync();
    }

    public Task DisposeAsync()
    {
        _network.Dispose();
        return Task.CompletedTask;
    }

    [Theory, MemberData(nameof(Passing))]
    public async Task Request_FaultThatPasses_IsRepeatedUntilItIsDone(string what, FaultyNetwork.Fault fault)
    {
        _network.Next(fault, fault);
        Assert.True((await _store.WriteAsync(_partition, [new Insert("a", Of(what))])).Done);
        Assert.Equal(3, _network.Attempts.Count - ReadsOfOwnWrite(fault));

        _network.Next(fault, fault);
        Assert.Equal(what, (await _store.FindAsync(_partition, "a"))?.Text("text"));
        _network.Next(fault, fault);
        Assert.Equal(["a"], await RowsAsync());
        _network.Next(fault);
        await _store.OpenAsync();
        _network.Next(fault, fault);
        await _store.CheckAsync();
    }

    [Theory, MemberData(nameof(Passing))]
    public async Task Request_FaultThatStays_IsSaidPlainlyAfterFourAttempts(string what, FaultyNetwork.Fault fault)
    {
        foreach (Func<Task> request in (Func<Task>[])[
            () => _store.WriteAsync(_partition, [new Put("a", Of(what))]).AsTask(),
            () => _store.FindAsync(_partition, "a").AsTask(),
            () => RowsAsync(),
            () => _store.CheckAsync().AsTask()])
        {
            _network.Next(Enumerable.Repeat(fault, AllAttempts));
            string message = (await Assert.ThrowsAsync<StoreUnavailableException>(request)).Message;
            Assert.Contains("« devstoreaccount1 »", message, StringComparison.Ordinal);
            Assert.Equal(AllAttempts, _network.Attempts.Count);
        }
    }

    [Fact]
    public async Task Request_Repeated_WaitsLongerEachTime()
    {
        AzureTableStore store = new(_network.AccountOf(azurite, TimeSpan.FromMilliseconds(20)).Tables);
        _network.Next(Enumerable.Repeat<FaultyNetwork.Fault>(FaultyNetwork.IsThrottled, AllAttempts - 1));

        await store.FindAsync(_partition, "a");

        // 20, 40 and 80 ms, each a fifth less at most.
        double[] waits = [.. _network.Attempts.Zip(_network.Attempts.Skip(1), (one, next) => Stopwatch.GetElapsedTime(one, next).TotalMilliseconds)];
        Assert.True(waits[0] >= 14 && waits[1] >= 30 && waits[2] >= 62, string.Join(" ", waits));
    }

    [Fact]
    public async Task Write_Conflict_IsNotRepeated()
    {
        string etag = (await _store.WriteAsync(_partition, [new Insert("a", Of("one"))])).ETags[0]!;
        await _store.WriteAsync(_partition, [new Put("a", Of("two"))]);

        _network.Next();
        WriteOutcome outcome = await _store.WriteAsync(_partition, [new Replace("a", Of("three"), etag)]);

        Assert.Equal((false, "a"), (outcome.Done, outcome.ConflictRow));
        Assert.Single(_network.Attempts);
    }

    /// <summary>An insert whose answer was lost meets itself, and is looked for.</summary>
    private static int ReadsOfOwnWrite(FaultyNetwork.Fault fault) =>
        fault == FaultyNetwork.LosesItsAnswer || fault == FaultyNetwork.TimesOutLate ? 1 : 0;

    private static Dictionary<string, object> Of(string text) => new() { ["text"] = text };

    private async Task<IReadOnlyList<string>> RowsAsync() => await _store.ReadAsync(_partition).Select(row => row.Row).ToListAsync();
}
