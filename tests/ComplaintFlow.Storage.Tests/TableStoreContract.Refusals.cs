using ComplaintFlow.Functions.Storage;

namespace ComplaintFlow.Storage.Tests;

/// <content>What no store takes.</content>
public abstract partial class TableStoreContract
{
    [Theory]
    [MemberData(nameof(RefusedBatches.All), MemberType = typeof(RefusedBatches))]
    public async Task WriteAsync_BatchAgainstTheRules_IsRefusedAndWritesNothing(string name)
    {
        ArgumentException refusal = await Assert.ThrowsAsync<ArgumentException>(
            async () => await Store.WriteAsync(_partition, RefusedBatches.Of(name)));
        Assert.Contains(RefusedBatches.Reason(name), refusal.Message, StringComparison.Ordinal);
        Assert.Empty(await ReadAsync());
    }

    [Theory]
    [InlineData("")]
    [InlineData("a/b")]
    [InlineData("a\\b")]
    [InlineData("a#b")]
    [InlineData("a?b")]
    [InlineData("a\tb")]
    [InlineData("a\u0085b")]
    public async Task Key_AgainstTheRules_IsRefusedEverywhere(string key)
    {
        await Assert.ThrowsAsync<ArgumentException>(async () => await Store.FindAsync(_partition, key));
        await Assert.ThrowsAsync<ArgumentException>(async () => await Store.FindAsync(key, "a"));
        await Assert.ThrowsAsync<ArgumentException>(async () => await Store.ReadAsync(key).ToListAsync());
        await Assert.ThrowsAsync<ArgumentException>(async () => await Store.WriteAsync(key, [new Delete("a")]));
        await Assert.ThrowsAsync<ArgumentException>(async () => await WriteAsync(new Delete(key)));
    }

    [Fact]
    public async Task WriteAsync_CancelledBefore_WritesNothing()
    {
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            async () => await Store.WriteAsync(_partition, [new Insert("a", Props("1"))], new CancellationToken(true)));
        Assert.Null(await Store.FindAsync(_partition, "a"));
    }
}
