using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using ComplaintFlow.Functions.Storage;
using ComplaintFlow.Functions.Storage.Azure;
using CsCheck;

namespace ComplaintFlow.Storage.Tests;

/// <summary>The size by which batches are refused is never below what the client library really sends.</summary>
[Collection(AzuriteRun.Name)]
public sealed class WireSizeTests(Azurite azurite)
{
    [Fact]
    public async Task WireSize_AnyBatch_CoversTheRequest()
    {
        RequestSize size = new();
        TableClientOptions options = new();
        options.AddPolicy(size, HttpPipelinePosition.PerCall);
        AzureTableStore store = new(new TableServiceClient(azurite.ConnectionString, options));
        await store.OpenAsync();
        string partition = Names.Fresh();
        await Gen.Select(Gen.Int[1, 20], Samples.AnyRow).SampleAsync(
            async (int count, IReadOnlyDictionary<string, object> row) =>
            {
                Put[] batch = [.. Enumerable.Range(0, count).Select(n => new Put($"réclamation 'n° {n}' % &", row))];
                await store.WriteAsync(partition, batch);
                long counted = batch.Sum(put => RowRules.Check(partition, put.Row, put.Properties));
                Assert.InRange(size.Last, 1, counted);
            },
            iter: 50,
            threads: 1);
    }

    private sealed class RequestSize : HttpPipelinePolicy
    {
        public long Last { get; private set; }

        public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => ProcessNext(message, pipeline);

        public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
        {
            if (message.Request.Content is { } content)
            {
                using MemoryStream stream = new();
                await content.WriteToAsync(stream, message.CancellationToken);
                Last = stream.Length;
            }

            await ProcessNextAsync(message, pipeline);
        }
    }
}
