using ComplaintFlow.Functions.Storage;
using ComplaintFlow.Functions.Storage.Sqlite;

namespace ComplaintFlow.Storage.Tests;

public sealed class SqliteTableStoreTests : TableStoreContract
{
    private readonly string _folder = Names.FreshFolder();
    private readonly SqliteTableStore _store;

    public SqliteTableStoreTests() => _store = new SqliteTableStore(_folder);

    protected override ITableStore Store => _store;

    protected override int Iterations => 500;

    public override async Task InitializeAsync() => await _store.OpenAsync();

    public override async Task DisposeAsync()
    {
        await _store.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
