using ComplaintFlow.Functions.Attachments;
using ComplaintFlow.Functions.Storage;
using ComplaintFlow.Functions.Storage.Azure;
using ComplaintFlow.Functions.Storage.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace ComplaintFlow.Storage.Tests;

public sealed class StorageSettingTests
{
    private const string Key = "c2VjcmV0";

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("sqlite")]
    [InlineData(" SQLite ")]
    public void TryParse_SqliteOrNothing_IsLocal(string? setting)
    {
        Assert.True(StorageSetting.TryParse(setting, out StorageChoice? choice, out string? fault));
        Assert.Equal(new StorageChoice.Local(), choice);
        Assert.Null(fault);
    }

    [Theory]
    [InlineData("UseDevelopmentStorage=true")]
    [InlineData("DefaultEndpointsProtocol=https;AccountName=acct;AccountKey=c2VjcmV0;EndpointSuffix=core.windows.net")]
    [InlineData("AccountName=a;AccountKey=c2VjcmV0;TableEndpoint=http://127.0.0.1:10002/a;BlobEndpoint=http://127.0.0.1:10000/a")]
    public void TryParse_ConnectionString_IsKeptAndNotPrinted(string setting)
    {
        Assert.True(StorageSetting.TryParse(setting, out StorageChoice? choice, out _));
        Assert.Equal(new StorageChoice.ByConnectionString(setting), choice);
        Assert.DoesNotContain(Key, choice.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://acct.table.core.windows.net")]
    [InlineData("https://acct.table.core.windows.net/")]
    [InlineData("https://acct.blob.core.windows.net/")]
    public void TryParse_AccountAddress_NamesTablesAndBlobs(string setting)
    {
        Assert.True(StorageSetting.TryParse(setting, out StorageChoice? choice, out _));
        Assert.Equal(
            new StorageChoice.ByIdentity(new Uri("https://acct.table.core.windows.net/"), new Uri("https://acct.blob.core.windows.net/")),
            choice);
    }

    [Fact]
    public void TryParse_AccountInADnsZone_NamesTablesAndBlobs()
    {
        Assert.True(StorageSetting.TryParse("https://acct.z01.table.storage.azure.net", out StorageChoice? choice, out _));
        Assert.Equal(
            new StorageChoice.ByIdentity(new Uri("https://acct.z01.table.storage.azure.net/"), new Uri("https://acct.z01.blob.storage.azure.net/")),
            choice);
    }

    [Theory]
    [InlineData("postgres")]
    [InlineData("sqlite:///tmp/x.db")]
    [InlineData("http://acct.table.core.windows.net")]
    [InlineData("https://acct.core.windows.net")]
    [InlineData("https://localhost")]
    [InlineData("https://acct.table.core.windows.net/complaints")]
    [InlineData("https://acct.table.core.windows.net/?sv=1&sig=c2VjcmV0")]
    [InlineData("AccountName=acct;AccountKey=")]
    [InlineData("AccountKey=c2VjcmV0")]
    [InlineData("TableEndpoint=https://acct.table.core.windows.net/;SharedAccessSignature=sig=c2VjcmV0")]
    public void TryParse_AnythingElse_SaysWhatWouldBeRightAndNoSecret(string setting)
    {
        Assert.False(StorageSetting.TryParse(setting, out StorageChoice? choice, out string? fault));
        Assert.Null(choice);
        Assert.StartsWith("ComplaintFlow__Storage", fault, StringComparison.Ordinal);
        Assert.Contains("UseDevelopmentStorage=true", fault, StringComparison.Ordinal);
        Assert.DoesNotContain(Key, fault, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sqlite", typeof(SqliteTableStore), typeof(FolderAttachmentStore))]
    [InlineData("UseDevelopmentStorage=true", typeof(AzureTableStore), typeof(BlobAttachmentStore))]
    [InlineData("https://acct.table.core.windows.net", typeof(AzureTableStore), typeof(BlobAttachmentStore))]
    public async Task AddTableStore_EachChoice_GivesItsStores(string setting, Type tables, Type attachments)
    {
        await using ServiceProvider provider = new ServiceCollection()
            .AddTableStore(setting, Names.FreshFolder()).BuildServiceProvider();
        Assert.IsType(tables, provider.GetRequiredService<ITableStore>());
        Assert.IsType(attachments, provider.GetRequiredService<IAttachmentStore>());
        Assert.Same(provider.GetRequiredService<ITableStore>(), provider.GetRequiredService<ITableStore>());
    }

    [Fact]
    public void AddTableStore_WrongSetting_IsRefused() =>
        Assert.Throws<ArgumentException>(() => new ServiceCollection().AddTableStore("postgres", "."));
}
