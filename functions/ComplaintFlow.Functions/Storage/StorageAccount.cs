using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Identity;
using Azure.Storage.Blobs;
using ComplaintFlow.Functions.Storage.Azure;

namespace ComplaintFlow.Functions.Storage;

/// <summary>The clients of the chosen storage account.</summary>
/// <param name="Tables">Its tables.</param>
/// <param name="Blobs">Its blobs.</param>
public sealed record StorageAccount(TableServiceClient Tables, BlobServiceClient Blobs)
{
    private const string EmulatorAccount = "devstoreaccount1";

    /// <summary>Creates the clients; nothing is sent yet.</summary>
    /// <exception cref="FormatException">The connection string is no such thing.</exception>
    public static StorageAccount Of(StorageChoice.ByConnectionString choice) => Of(choice, _ => { });

    /// <summary>The same with the options changed, <see cref="ClientOptions.Transport"/> above all.</summary>
    internal static StorageAccount Of(StorageChoice.ByConnectionString choice, Action<ClientOptions> change)
    {
        TableClientOptions tableOptions = TableOptions();
        change(tableOptions);
        TableServiceClient tables = new(choice.ConnectionString, tableOptions);
        BlobClientOptions blobOptions = BlobOptions(tables.AccountName);
        change(blobOptions);
        return new(tables, new BlobServiceClient(choice.ConnectionString, blobOptions));
    }

    /// <summary>Creates the clients with the identity that the environment gives (managed identity, sign-in of a developer).</summary>
    public static StorageAccount Of(StorageChoice.ByIdentity choice)
    {
        DefaultAzureCredential identity = new();
        return new(
            new TableServiceClient(choice.Tables, identity, TableOptions()),
            new BlobServiceClient(choice.Blobs, identity, BlobOptions("")));
    }

    private static TableClientOptions TableOptions() => WithPatience(new TableClientOptions());

    // Azurite refuses service versions later than its own.
    private static BlobClientOptions BlobOptions(string account) => WithPatience(account == EmulatorAccount
        ? new BlobClientOptions(BlobClientOptions.ServiceVersion.V2026_06_06)
        : new BlobClientOptions());

    /// <summary>A person waits for the answer: give up after seconds, not after the library's minutes.</summary>
    private static T WithPatience<T>(T options)
        where T : ClientOptions
    {
        options.Retry.Delay = TimeSpan.FromMilliseconds(200);
        options.Retry.MaxRetries = 3;
        options.Retry.NetworkTimeout = TimeSpan.FromSeconds(15);
        options.AddPolicy(new UnansweredAttempts(), HttpPipelinePosition.PerRetry);
        return options;
    }
}
