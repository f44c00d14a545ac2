using ComplaintFlow.Functions.Attachments;

namespace ComplaintFlow.Storage.Tests;

[Collection(AzuriteRun.Name)]
public sealed class BlobAttachmentStoreTests(Azurite azurite) : AttachmentStoreContract
{
    private readonly BlobAttachmentStore _store = new(azurite.Account.Blobs);

    protected override IAttachmentStore Store => _store;

    public override Task DisposeAsync() => Task.CompletedTask;
}
