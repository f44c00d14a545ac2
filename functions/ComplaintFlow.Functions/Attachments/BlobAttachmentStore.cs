using System.Runtime.CompilerServices;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using ComplaintFlow.Functions.Storage.Azure;

namespace ComplaintFlow.Functions.Attachments;

/// <summary>Attachments as private blobs <c>{reference}/{id}</c> of the container <c>attachments</c>.</summary>
/// <param name="service">The blobs of the account.</param>
/// <param name="containerName">The container, if another than <see cref="ContainerName"/>.</param>
public sealed class BlobAttachmentStore(BlobServiceClient service, string containerName = BlobAttachmentStore.ContainerName) : IAttachmentStore, IAttachmentListing
{
    /// <summary>The container's name.</summary>
    public const string ContainerName = "attachments";

    private readonly BlobContainerClient _container = service.GetBlobContainerClient(containerName);

    /// <inheritdoc/>
    public async ValueTask OpenStoreAsync(CancellationToken cancellationToken = default) =>
        await AzureFault.GuardAsync(service.AccountName, () =>
            _container.CreateIfNotExistsAsync(PublicAccessType.None, null, null, cancellationToken));

    /// <inheritdoc/>
    public async ValueTask SaveAsync(
        string reference, string id, ReadOnlyMemory<byte> content, CancellationToken cancellationToken = default)
    {
        BlobClient blob = BlobOf(reference, id);
        await AzureFault.GuardAsync(service.AccountName, () =>
            blob.UploadAsync(new BinaryData(content), overwrite: true, cancellationToken));
    }

    /// <inheritdoc/>
    public async ValueTask<Stream?> OpenAsync(string reference, string id, CancellationToken cancellationToken = default)
    {
        BlobClient blob = BlobOf(reference, id);
        return await AzureFault.GuardAsync<Stream?>(service.AccountName, async () =>
        {
            try
            {
                // One request, repeated as a whole when the answer breaks off; an attachment is small enough to be held.
                return (await blob.DownloadContentAsync(cancellationToken)).Value.Content.ToStream();
            }
            catch (RequestFailedException error) when (error.ErrorCode == BlobErrorCode.BlobNotFound)
            {
                return null;
            }
        });
    }

    /// <inheritdoc/>
    public async ValueTask DeleteAsync(string reference, string id, CancellationToken cancellationToken = default)
    {
        BlobClient blob = BlobOf(reference, id);
        await AzureFault.GuardAsync(service.AccountName, () =>
            blob.DeleteIfExistsAsync(DeleteSnapshotsOption.IncludeSnapshots, null, cancellationToken));
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<AttachmentAddress> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await using IAsyncEnumerator<BlobItem> blobs = _container.GetBlobsAsync(cancellationToken: cancellationToken).GetAsyncEnumerator(cancellationToken);
        while (await AzureFault.GuardAsync(service.AccountName, () => blobs.MoveNextAsync().AsTask()))
        {
            if (AttachmentAddress.TryParse(blobs.Current.Name) is { } address)
            {
                yield return address;
            }
        }
    }

    private BlobClient BlobOf(string reference, string id)
    {
        AttachmentName.Check(reference, id);
        return _container.GetBlobClient($"{reference}/{id}");
    }
}
