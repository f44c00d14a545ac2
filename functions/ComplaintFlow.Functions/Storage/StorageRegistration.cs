using ComplaintFlow.Functions.Attachments;
using ComplaintFlow.Functions.Storage.Azure;
using ComplaintFlow.Functions.Storage.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace ComplaintFlow.Functions.Storage;

/// <summary>Registers the store and the attachments of the setting <c>ComplaintFlow__Storage</c>.</summary>
public static class StorageRegistration
{
    /// <summary>
    /// Adds <see cref="ITableStore"/> and <see cref="IAttachmentStore"/>, one of each for the whole program. Both are to be
    /// opened once at start; the container closes them.
    /// </summary>
    /// <param name="services">The services of the program.</param>
    /// <param name="storageSetting">As <see cref="StorageSetting"/> reads it.</param>
    /// <param name="dataDirectory">The folder of the local engine; unused on Azure.</param>
    /// <exception cref="ArgumentException">The setting is wrong; the message says what would be right.</exception>
    public static IServiceCollection AddTableStore(
        this IServiceCollection services, string storageSetting, string dataDirectory) =>
        !StorageSetting.TryParse(storageSetting, out StorageChoice? choice, out string? fault)
            ? throw new ArgumentException(fault, nameof(storageSetting))
            : choice switch
            {
                StorageChoice.ByConnectionString byKey => services.AddAccount(() => StorageAccount.Of(byKey)),
                StorageChoice.ByIdentity byIdentity => services.AddAccount(() => StorageAccount.Of(byIdentity)),
                _ => services
                    .AddSingleton<ITableStore>(_ => new SqliteTableStore(dataDirectory))
                    .AddSingleton<IAttachmentStore>(_ => new FolderAttachmentStore(dataDirectory)),
            };

    private static IServiceCollection AddAccount(this IServiceCollection services, Func<StorageAccount> account) => services
        .AddSingleton(_ => account())
        .AddSingleton<ITableStore>(provider => new AzureTableStore(provider.GetRequiredService<StorageAccount>().Tables))
        .AddSingleton<IAttachmentStore>(provider => new BlobAttachmentStore(provider.GetRequiredService<StorageAccount>().Blobs));
}
