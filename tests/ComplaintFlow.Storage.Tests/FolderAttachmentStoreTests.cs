using ComplaintFlow.Functions.Attachments;
using ComplaintFlow.Functions.Storage;

namespace ComplaintFlow.Storage.Tests;

public sealed class FolderAttachmentStoreTests : AttachmentStoreContract
{
    private readonly string _folder = Names.FreshFolder();
    private readonly FolderAttachmentStore _store;

    public FolderAttachmentStoreTests() => _store = new FolderAttachmentStore(_folder);

    protected override IAttachmentStore Store => _store;

    private string Root => Path.Combine(_folder, "attachments");

    public override Task DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return Task.CompletedTask;
    }

    [Fact]
    public async Task SaveAsync_Done_LeavesThatFileOnly()
    {
        await _store.SaveAsync("R26", "a1", "x"u8.ToArray());
        Assert.Equal([Path.Combine(Root, "R26", "a1")], Directory.GetFiles(Root, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task SaveAsync_Cancelled_LeavesNoDraft()
    {
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            async () => await _store.SaveAsync("R26", "a1", "x"u8.ToArray(), new CancellationToken(true)));
        Assert.Empty(Directory.GetFiles(Root, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task OpenStoreAsync_DraftOfACrash_RemovesItAndNothingElse()
    {
        await _store.SaveAsync("R26", "a1", "x"u8.ToArray());
        await File.WriteAllTextAsync(Path.Combine(Root, "R26", "a2.0123abcd.new"), "half");
        await _store.OpenStoreAsync();
        Assert.Equal([Path.Combine(Root, "R26", "a1")], Directory.GetFiles(Root, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task OpenStoreAsync_FileInThePlaceOfTheFolder_IsRefusedByName()
    {
        Directory.Delete(Root);
        await File.WriteAllTextAsync(Root, "not a folder");
        StoreUnavailableException refusal = await Assert.ThrowsAsync<StoreUnavailableException>(async () => await _store.OpenStoreAsync());
        Assert.Contains(Root, refusal.Message, StringComparison.Ordinal);
    }
}
