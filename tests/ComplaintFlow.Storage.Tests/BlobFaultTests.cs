using System.Net;
using ComplaintFlow.Functions.Attachments;
using ComplaintFlow.Functions.Storage;

namespace ComplaintFlow.Storage.Tests;

/// <summary>The same for attachments: whole or not at all, and plain words when the service does not come back.</summary>
[Collection(AzuriteRun.Name)]
public sealed class BlobFaultTests(Azurite azurite) : IAsyncLifetime
{
    private const int AllAttempts = 4;
    private static readonly byte[] Content = [.. Enumerable.Range(0, 300_000).Select(n => (byte)(n % 251))];
    private readonly FaultyNetwork _network = new();
    private readonly string _reference = Names.Fresh();
    private BlobAttachmentStore _store = null!;

    public async Task InitializeAsync()
    {
        _store = new BlobAttachmentStore(_network.AccountOf(azurite).Blobs);
        await _store.OpenStoreAsync();
    }

    public Task DisposeAsync()
    {
        _network.Dispose();
        return Task.CompletedTask;
    }

    [Theory, MemberData(nameof(TableStoreFaultTests.Passing), MemberType = typeof(TableStoreFaultTests))]
    public async Task Request_FaultThatPasses_IsRepeatedUntilItIsDone(string what, FaultyNetwork.Fault fault)
    {
        _network.Next(fault, fault);
        await _store.SaveAsync(_reference, "a1", Content);
        Assert.True(_network.Attempts.Count == 3, what);

        _network.Next(fault, fault);
        Assert.Equal(Content, await ReadAsync());
        Assert.Equal(3, _network.Attempts.Count);

        _network.Next(fault, fault);
        await _store.DeleteAsync(_reference, "a1");
        Assert.Null(await _store.OpenAsync(_reference, "a1"));
        _network.Next(fault);
        await _store.OpenStoreAsync();
    }

    [Theory, MemberData(nameof(TableStoreFaultTests.Passing), MemberType = typeof(TableStoreFaultTests))]
    public async Task Request_FaultThatStays_IsSaidPlainlyAfterFourAttempts(string what, FaultyNetwork.Fault fault)
    {
        foreach (Func<Task> request in (Func<Task>[])[
            () => _store.SaveAsync(_reference, "a1", Content).AsTask(),
            () => _store.OpenAsync(_reference, "a1").AsTask(),
            () => _store.DeleteAsync(_reference, "a1").AsTask()])
        {
            _network.Next(Enumerable.Repeat(fault, AllAttempts));
            await Assert.ThrowsAsync<StoreUnavailableException>(request);
            Assert.True(_network.Attempts.Count == AllAttempts, what);
        }
    }

    [Fact]
    public async Task OpenAsync_AnswerBreaksOffInTheMiddle_GivesTheWhole()
    {
        await _store.SaveAsync(_reference, "a1", Content);
        _network.Next(async send =>
        {
            HttpResponseMessage answer = await send();
            BrokenContent broken = new(await answer.Content.ReadAsByteArrayAsync(), breaksAt: 100_000);
            foreach ((string name, IEnumerable<string> values) in answer.Content.Headers)
            {
                broken.Headers.TryAddWithoutValidation(name, values);
            }

            answer.Content = broken;
            return answer;
        });

        Assert.Equal(Content, await ReadAsync());
        Assert.Equal(2, _network.Attempts.Count);
    }

    [Theory]
    [InlineData(HttpStatusCode.Conflict, "BlobImmutableDueToPolicy")]
    [InlineData(HttpStatusCode.PreconditionFailed, "LeaseIdMissing")]
    public async Task SaveAsync_Refused_SaysWhyAtOnce(HttpStatusCode status, string code)
    {
        _network.Next(_ => Task.FromResult(FaultyNetwork.Error(status, code)));
        StoreUnavailableException fault = await Assert.ThrowsAsync<StoreUnavailableException>(
            async () => await _store.SaveAsync(_reference, "a1", Content));
        Assert.Contains($"{(int)status} {code}", fault.Message, StringComparison.Ordinal);
        Assert.Single(_network.Attempts);
    }

    private async Task<byte[]> ReadAsync()
    {
        await using Stream content = (await _store.OpenAsync(_reference, "a1"))!;
        using MemoryStream copy = new();
        await content.CopyToAsync(copy);
        return copy.ToArray();
    }
}
