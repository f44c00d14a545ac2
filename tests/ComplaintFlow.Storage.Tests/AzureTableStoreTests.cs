using ComplaintFlow.Functions.Storage;
using ComplaintFlow.Functions.Storage.Azure;

namespace ComplaintFlow.Storage.Tests;

[Collection(AzuriteRun.Name)]
public sealed class AzureTableStoreTests(Azurite azurite) : TableStoreContract
{
    private readonly AzureTableStore _store = new(azurite.Account.Tables);

    protected override ITableStore Store => _store;

    public override async Task InitializeAsync() => await _store.OpenAsync();

    public override Task DisposeAsync() => Task.CompletedTask;
}
