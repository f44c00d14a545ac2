using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace ComplaintFlow.LocalHost.Engine;

/// <summary>Instances that match a query, page by page; the last id of a page is where the next begins.</summary>
internal sealed class InstancePages(Func<EngineReader> reader, OrchestrationQuery filter) : AsyncPageable<OrchestrationMetadata>
{
    public override async IAsyncEnumerable<Page<OrchestrationMetadata>> AsPages(string? continuationToken = null, int? pageSizeHint = null)
    {
        int size = Math.Clamp(pageSizeHint ?? filter.PageSize, 1, 1000);
        OrchestrationRuntimeStatus[] statuses = [.. filter.Statuses ?? []];
        string? after = continuationToken ?? filter.ContinuationToken ?? string.Empty;
        while (after is not null)
        {
            // One more than the page, to know whether another follows.
            List<OrchestrationMetadata> found = reader().Read(session => MetadataRows.List(session, filter, statuses, after, size + 1));
            List<OrchestrationMetadata> page = [.. found.Take(size)];
            after = found.Count > size ? page[^1].InstanceId : null;
            await Task.CompletedTask;
            yield return new Page<OrchestrationMetadata>(page, after);
        }
    }
}
