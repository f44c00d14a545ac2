using Azure.Data.Tables;
using ComplaintFlow.Functions.Storage;
using ComplaintFlow.Functions.Storage.Azure;

namespace ComplaintFlow.Storage.Tests;

/// <summary>What an account that is missing, closed or emptied looks like to whoever runs the program.</summary>
[Collection(AzuriteRun.Name)]
public sealed class AzureFaultTests(Azurite azurite)
{
    [Fact]
    public async Task OpenAsync_NobodyListens_SaysThatTheAccountDoesNotAnswer()
    {
        // Port 9 of this machine: nothing has listened to "discard" for decades.
        AzureTableStore store = Store("AccountName=gone;AccountKey=c2VjcmV0;TableEndpoint=http://127.0.0.1:9/gone");
        await AssertFaultAsync("« gone » ne répond pas", () => store.OpenAsync().AsTask());
        await AssertFaultAsync("« gone » ne répond pas", () => store.CheckAsync().AsTask());
        await AssertFaultAsync("« gone » ne répond pas", () => store.FindAsync("p", "a").AsTask());
        await AssertFaultAsync("« gone » ne répond pas", () => store.ReadAsync("p").ToListAsync().AsTask());
        await AssertFaultAsync("« gone » ne répond pas", () => store.WriteAsync("p", [new Delete("a")]).AsTask());
    }

    [Fact]
    public async Task OpenAsync_WrongKey_SaysThatAccessIsRefused()
    {
        string key = azurite.ConnectionString.Split("AccountKey=")[1].Split(';')[0];
        AzureTableStore store = Store(azurite.ConnectionString.Replace(key, "c2VjcmV0", StringComparison.Ordinal));
        await AssertFaultAsync("refuse l'accès", () => store.OpenAsync().AsTask());
    }

    [Fact]
    public async Task CheckAsync_TableRemoved_FailsUntilItIsOpenedAgain()
    {
        AzureTableStore store = Store(azurite.ConnectionString);
        await store.OpenAsync();
        await azurite.Account.Tables.DeleteTableAsync(AzureTableStore.TableName);
        await AssertFaultAsync("TableNotFound", () => store.CheckAsync().AsTask());
        await AssertFaultAsync("TableNotFound", () => store.WriteAsync("p", [new Delete("a")]).AsTask());
        await store.OpenAsync();
        await store.CheckAsync();
        Assert.True((await store.WriteAsync("p", [new Put("a", new Dictionary<string, object>())])).Done);
    }

    private static AzureTableStore Store(string connectionString)
    {
        TableClientOptions options = new();
        options.Retry.MaxRetries = 0;
        return new AzureTableStore(new TableServiceClient(connectionString, options));
    }

    private static async Task AssertFaultAsync(string reason, Func<Task> act) =>
        Assert.Contains(reason, (await Assert.ThrowsAsync<StoreUnavailableException>(act)).Message, StringComparison.Ordinal);
}
