using System.Security.Cryptography;
using Azure.Core.Pipeline;
using ComplaintFlow.Functions.Attachments;
using ComplaintFlow.Functions.Storage;
using ComplaintFlow.Functions.Storage.Azure;
using ComplaintFlow.Storage.Tests;
using Microsoft.Extensions.DependencyInjection;

namespace ComplaintFlow.Scenarios.App;

/// <summary>
/// A table and a container of one program's own in the one Azurite of the run. Every scenario is lived there instead of in
/// SQLite when the environment variable <c>COMPLAINTFLOW_TEST_STORAGE</c> says <c>azurite</c>.
/// </summary>
public sealed class TableStorage : IAsyncDisposable
{
    private static readonly Lazy<Task<Azurite>> OfTheRun = new(StartAsync);
    private readonly string _name = "t" + RandomNumberGenerator.GetHexString(32, lowercase: true);
    private readonly StorageAccount _account;
    private readonly HttpClient _http;

    private TableStorage(string connectionString)
    {
        ConnectionString = connectionString;
        _http = new HttpClient(Transactions);
        _account = StorageAccount.Of(
            new StorageChoice.ByConnectionString(connectionString), options => options.Transport = new HttpClientTransport(_http));
    }

    public static bool IsWanted => Environment.GetEnvironmentVariable("COMPLAINTFLOW_TEST_STORAGE") == "azurite";

    public string ConnectionString { get; }

    public Transactions Transactions { get; } = new();

    public static async Task<TableStorage> NewAsync() => new((await OfTheRun.Value).ConnectionString);

    /// <summary>Puts them in the place of the store that the setting has chosen.</summary>
    public void Use(IServiceCollection services) => services
        .AddSingleton<ITableStore>(_ => new AzureTableStore(_account.Tables, _name))
        .AddSingleton<IAttachmentStore>(_ => new BlobAttachmentStore(_account.Blobs, _name));

    public async ValueTask DisposeAsync()
    {
        await _account.Tables.DeleteTableAsync(_name);
        await _account.Blobs.GetBlobContainerClient(_name).DeleteIfExistsAsync();
        _http.Dispose();
        Assert.Empty(Transactions.Refused);
    }

    private static async Task<Azurite> StartAsync()
    {
        Azurite azurite = new();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => azurite.DisposeAsync().GetAwaiter().GetResult();
        await azurite.InitializeAsync();
        return azurite;
    }
}
