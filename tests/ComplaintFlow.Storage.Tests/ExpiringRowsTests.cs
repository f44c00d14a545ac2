using ComplaintFlow.Functions.Storage;
using ComplaintFlow.Functions.Storage.Sqlite;

namespace ComplaintFlow.Storage.Tests;

public sealed class ExpiringRowsTests : IAsyncLifetime
{
    private static readonly DateOnly Day = new(2026, 3, 2);
    private readonly string _folder = Names.FreshFolder();
    private readonly Watched _store;
    private readonly ExpiringRows _rows;

    public ExpiringRowsTests()
    {
        _store = new Watched(new SqliteTableStore(_folder));
        _rows = new ExpiringRows(_store);
    }

    public async Task InitializeAsync() => await _store.OpenAsync();

    public async Task DisposeAsync()
    {
        await _store.Inner.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Clear_OnTheDayAfterTheLast_DeletesTheRow()
    {
        await KeepAsync("a", Day);
        await _rows.ClearAsync(Day, default);
        Assert.NotNull(await _store.FindAsync("things", "a"));
        await _rows.ClearAsync(Day.AddDays(1), default);
        Assert.Null(await _store.FindAsync("things", "a"));
    }

    [Fact]
    public async Task Clear_ReadsNothingThatIsNotDue()
    {
        for (int i = 0; i < 50; i++)
        {
            await KeepAsync($"later-{i}", Day.AddDays(i));
        }

        await KeepAsync("due", Day.AddDays(-1));
        _store.Read.Clear();
        await _rows.ClearAsync(Day, default);
        Assert.Equal(["due"], _store.Read);
    }

    [Fact]
    public async Task Clear_OfARowUsedAgain_LeavesItUntilItsLaterDay()
    {
        await KeepAsync("a", Day);
        await KeepAsync("a", Day.AddDays(3));
        await _rows.ClearAsync(Day.AddDays(3), default);
        Assert.NotNull(await _store.FindAsync("things", "a"));
        await _rows.ClearAsync(Day.AddDays(4), default);
        Assert.Null(await _store.FindAsync("things", "a"));
    }

    [Fact]
    public async Task Clear_OfARowUsedAtThatMoment_LeavesItAndComesBack()
    {
        await KeepAsync("a", Day);
        _store.BeforeDelete = () => _store.Inner.WriteAsync("things", [new Put("a", ExpiringRows.Mark([], Day))]).AsTask();
        await _rows.ClearAsync(Day.AddDays(1), default);
        Assert.NotNull(await _store.FindAsync("things", "a"));
        await _rows.ClearAsync(Day.AddDays(1), default);
        Assert.Null(await _store.FindAsync("things", "a"));
    }

    [Fact]
    public async Task Clear_OfARowThatWasNeverWritten_ForgetsIt()
    {
        await _rows.NameAsync("things", "a", Day, default);
        await _rows.ClearAsync(Day.AddDays(1), default);
        _store.Read.Clear();
        await _rows.ClearAsync(Day.AddDays(2), default);
        Assert.Empty(_store.Read);
    }

    private async Task KeepAsync(string row, DateOnly lastDay)
    {
        await _rows.NameAsync("things", row, lastDay, default);
        await _store.WriteAsync("things", [new Put(row, ExpiringRows.Mark([], lastDay))]);
    }

    /// <summary>Tells which rows were read, and lets something happen just before a row is deleted for the first time.</summary>
    private sealed class Watched(SqliteTableStore inner) : ITableStore
    {
        public SqliteTableStore Inner => inner;

        public List<string> Read { get; } = [];

        public Func<Task>? BeforeDelete { get; set; }

        public ValueTask<TableRow?> FindAsync(string partition, string row, CancellationToken cancellationToken = default)
        {
            Read.Add(row);
            return inner.FindAsync(partition, row, cancellationToken);
        }

        public IAsyncEnumerable<TableRow> ReadAsync(string partition, string? from = null, string? until = null, CancellationToken cancellationToken = default) =>
            inner.ReadAsync(partition, from, until, cancellationToken);

        public async ValueTask<WriteOutcome> WriteAsync(string partition, IReadOnlyList<TableOperation> operations, CancellationToken cancellationToken = default)
        {
            if (operations[0] is Delete && BeforeDelete is { } strike)
            {
                BeforeDelete = null;
                await strike();
            }

            return await inner.WriteAsync(partition, operations, cancellationToken);
        }

        public ValueTask OpenAsync(CancellationToken cancellationToken = default) => inner.OpenAsync(cancellationToken);

        public ValueTask CheckAsync(CancellationToken cancellationToken = default) => inner.CheckAsync(cancellationToken);
    }
}
