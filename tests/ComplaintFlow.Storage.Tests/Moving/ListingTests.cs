using ComplaintFlow.Functions.Attachments;
using ComplaintFlow.Functions.Moving;
using ComplaintFlow.Functions.Storage;

namespace ComplaintFlow.Storage.Tests.Moving;

/// <summary>The listings that only a move needs: the same on both engines.</summary>
[Collection(AzuriteRun.Name)]
public sealed class ListingTests(Azurite azurite) : IDisposable
{
    private readonly string _folder = Names.FreshFolder();
    private readonly string _name = Names.Fresh();

    public void Dispose()
    {
        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task PartitionsAsync_ManyRows_NamesEachPartitionOnceInOrder(bool isAccount)
    {
        await using StoreEnd end = await OpenAsync(isAccount);
        string[] partitions = [.. Enumerable.Range(0, 30).Select(number => $"{_name}-{number:D2}")];
        foreach (string partition in partitions.Reverse())
        {
            IEnumerable<TableOperation> rows = Enumerable.Range(0, 70).Select(row => new Put($"r{row}", new Dictionary<string, object>()));
            await end.Rows.WriteAsync(partition, [.. rows]);
        }

        Assert.Equal(partitions, await OursAsync(end, null));
        Assert.Equal(partitions[7..], await OursAsync(end, partitions[7]));
        Assert.Equal(partitions[8..], await OursAsync(end, partitions[7] + "-"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task ListAsync_ManyAttachments_NamesEachInTheOrderOfAddresses(bool isAccount)
    {
        await using StoreEnd end = await OpenAsync(isAccount);
        string[] addresses = [$"{_name}-1/b", $"{_name}/a", $"{_name}/b-2", $"{_name}/b2", $"{_name}2/a"];
        foreach (string address in addresses.Reverse())
        {
            await end.Files.SaveAsync(address.Split('/')[0], address.Split('/')[1], "x"u8.ToArray());
        }

        string[] listed = await end.FileNames.ListAsync()
            .Select(address => address.ToString()).Where(address => address.StartsWith(_name, StringComparison.Ordinal)).ToArrayAsync();
        Assert.Equal(addresses, listed);
    }

    [Fact]
    public async Task ListAsync_NothingEverAttached_IsEmpty() =>
        Assert.Empty(await new FolderAttachmentStore(_folder).ListAsync().ToArrayAsync());

    private async Task<string[]> OursAsync(StoreEnd end, string? from) =>
        await end.Partitions.PartitionsAsync(from).Where(partition => partition.StartsWith(_name, StringComparison.Ordinal)).ToArrayAsync();

    private async Task<StoreEnd> OpenAsync(bool isAccount)
    {
        StoreEnd end = StoreEnd.Of(isAccount ? azurite.ConnectionString : "sqlite", _folder);
        await end.Rows.OpenAsync();
        await end.Files.OpenStoreAsync();
        return end;
    }
}
