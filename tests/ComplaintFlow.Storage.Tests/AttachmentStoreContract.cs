using ComplaintFlow.Functions.Attachments;

namespace ComplaintFlow.Storage.Tests;

/// <summary>What every attachment store promises; one subclass per engine.</summary>
public abstract class AttachmentStoreContract : IAsyncLifetime
{
    private readonly string _reference = Names.Fresh();

    protected abstract IAttachmentStore Store { get; }

    public async Task InitializeAsync() => await Store.OpenStoreAsync();

    public abstract Task DisposeAsync();

    [Fact]
    public async Task OpenAsync_NothingSaved_IsNull()
    {
        Assert.Null(await Store.OpenAsync(_reference, "a1"));
        await Store.SaveAsync(_reference, "a1", "x"u8.ToArray());
        Assert.Null(await Store.OpenAsync(_reference, "a2"));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(10 * 1024 * 1024)]
    public async Task SaveAsync_AnySize_GivesTheSameBytesBack(int length)
    {
        byte[] content = new byte[length];
        System.Security.Cryptography.RandomNumberGenerator.Fill(content);
        await Store.SaveAsync(_reference, "a1", content);
        Assert.Equal(content, await ReadAsync("a1"));
    }

    [Fact]
    public async Task ReadAsync_OtherBytesThanWereKept_GivesNoneOfThem()
    {
        string hash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData("kept"u8));
        Assert.Null(await Store.ReadAsync(_reference, "a1", hash, default));
        await Store.SaveAsync(_reference, "a1", "kept"u8.ToArray());
        Assert.Equal("kept"u8.ToArray(), await Store.ReadAsync(_reference, "a1", hash, default));

        await Store.SaveAsync(_reference, "a1", "altered"u8.ToArray());
        InvalidDataException fault = await Assert.ThrowsAsync<InvalidDataException>(
            async () => await Store.ReadAsync(_reference, "a1", hash, default));
        Assert.Contains($"{_reference}/a1", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SaveAsync_Again_ReplacesTheWhole()
    {
        await Store.SaveAsync(_reference, "a1", "first and longer"u8.ToArray());
        await Store.SaveAsync(_reference, "a1", "second"u8.ToArray());
        Assert.Equal("second"u8.ToArray(), await ReadAsync("a1"));
    }

    [Fact]
    public async Task SaveAsync_SameAttachmentAtOnce_LeavesOneOfThemWhole()
    {
        byte[][] contents = [.. Enumerable.Range(0, 8).Select(n => Enumerable.Repeat((byte)n, 100_000).ToArray())];
        await Task.WhenAll(contents.Select(content => Task.Run(async () => await Store.SaveAsync(_reference, "a1", content))));
        Assert.Contains(await ReadAsync("a1"), contents);
    }

    [Fact]
    public async Task SaveAsync_OtherComplaint_KeepsThemApart()
    {
        await Store.SaveAsync(_reference, "a1", "mine"u8.ToArray());
        await Store.SaveAsync(_reference + "-2", "a1", "theirs"u8.ToArray());
        await Store.DeleteAsync(_reference + "-2", "a1");
        Assert.Equal("mine"u8.ToArray(), await ReadAsync("a1"));
    }

    [Fact]
    public async Task DeleteAsync_SavedOrNot_LeavesNothing()
    {
        await Store.DeleteAsync(_reference, "a1");
        await Store.SaveAsync(_reference, "a1", "x"u8.ToArray());
        await Store.DeleteAsync(_reference, "a1");
        await Store.DeleteAsync(_reference, "a1");
        Assert.Null(await Store.OpenAsync(_reference, "a1"));
    }

    [Fact]
    public async Task OpenAsync_Stream_CanBeReadTwice()
    {
        await Store.SaveAsync(_reference, "a1", "x"u8.ToArray());
        Assert.Equal(await ReadAsync("a1"), await ReadAsync("a1"));
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData("../complaints.db")]
    [InlineData("a/b")]
    [InlineData("a\\b")]
    [InlineData("a.pdf")]
    [InlineData("a\0b")]
    [InlineData("é")]
    [InlineData("%2e%2e")]
    [InlineData("C:")]
    [InlineData("12345678901234567890123456789012345678901234567890123456789012345")]
    public async Task Name_PathTrick_IsRefusedEverywhere(string part)
    {
        foreach ((string reference, string id) in ((string, string)[])[(part, "a1"), (_reference, part)])
        {
            await Assert.ThrowsAsync<ArgumentException>(async () => await Store.SaveAsync(reference, id, "x"u8.ToArray()));
            await Assert.ThrowsAsync<ArgumentException>(async () => await Store.OpenAsync(reference, id));
            await Assert.ThrowsAsync<ArgumentException>(async () => await Store.DeleteAsync(reference, id));
        }
    }

    private async Task<byte[]> ReadAsync(string id)
    {
        await using Stream? stream = await Store.OpenAsync(_reference, id);
        Assert.NotNull(stream);
        using MemoryStream copy = new();
        await stream.CopyToAsync(copy);
        return copy.ToArray();
    }
}
