using ComplaintFlow.Functions.Attachments;
using ComplaintFlow.Functions.Storage;
using ComplaintFlow.Functions.Storage.Azure;
using ComplaintFlow.Functions.Storage.Sqlite;

namespace ComplaintFlow.Functions.Moving;

/// <summary>One end of a move: a store and its attachments, with the listings that the working program does without.</summary>
/// <param name="Name"><c>sqlite</c>, or the name of the account.</param>
/// <param name="Place">Which one exactly, so that a move that goes on is not mixed up with another.</param>
/// <param name="Rows">The rows.</param>
/// <param name="Partitions">Their partitions.</param>
/// <param name="Files">The attachments.</param>
/// <param name="FileNames">Their addresses.</param>
internal sealed record StoreEnd(
    string Name, string Place, ITableStore Rows, IPartitionListing Partitions, IAttachmentStore Files, IAttachmentListing FileNames) : IAsyncDisposable
{
    /// <summary>Describes the end that the settings name; nothing is touched yet.</summary>
    /// <param name="storage">As <see cref="StorageSetting"/> reads it.</param>
    /// <param name="dataDirectory">Where the attachments of the local engine lie.</param>
    /// <param name="rowsDirectory">Where its rows lie, if not there, too: a snapshot.</param>
    /// <exception cref="InvalidDataException">The setting is wrong.</exception>
    public static StoreEnd Of(string storage, string dataDirectory, string? rowsDirectory = null) =>
        !StorageSetting.TryParse(storage, out StorageChoice? choice, out string? fault)
            ? throw new InvalidDataException(fault)
            : choice switch
            {
                StorageChoice.ByConnectionString byKey => Of(StorageAccount.Of(byKey)),
                StorageChoice.ByIdentity byIdentity => Of(StorageAccount.Of(byIdentity)),
                _ => OfFolder(dataDirectory, rowsDirectory ?? dataDirectory),
            };

    public async ValueTask DisposeAsync()
    {
        if (Rows is IAsyncDisposable rows)
        {
            await rows.DisposeAsync();
        }
    }

    private static StoreEnd Of(StorageAccount account)
    {
        AzureTableStore rows = new(account.Tables);
        BlobAttachmentStore files = new(account.Blobs);
        return new StoreEnd(account.Tables.AccountName, account.Tables.Uri.AbsoluteUri, rows, rows, files, files);
    }

    private static StoreEnd OfFolder(string dataDirectory, string rowsDirectory)
    {
#pragma warning disable CA2000 // The end closes it.
        SqliteTableStore rows = new(rowsDirectory);
#pragma warning restore CA2000
        FolderAttachmentStore files = new(dataDirectory);
        return new StoreEnd("sqlite", Path.GetFullPath(dataDirectory), rows, rows, files, files);
    }
}
