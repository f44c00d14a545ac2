using System.Diagnostics;
using System.Runtime.CompilerServices;
using ComplaintFlow.Domain.Complaints;
using ComplaintFlow.Functions.Storage;

namespace ComplaintFlow.Functions.Telemetry;

/// <summary>A span for each call of the store that is part of something, with what the partition is for.</summary>
internal sealed class TracedStore(ITableStore inner) : ITableStore, IDisposable, IAsyncDisposable
{
    private static readonly string[] Kinds =
        ["due", "pending", "list-", "sent-", "expiring", "set-aside", "incoming-mail", "mail-rate", "digests", "directory", "direct-mails"];

    public ValueTask<TableRow?> FindAsync(string partition, string row, CancellationToken cancellationToken = default) =>
        Spans.Part(SpanNames.Find, ActivityKind.Client) is { } span
            ? FindAsync(span, partition, row, cancellationToken)
            : inner.FindAsync(partition, row, cancellationToken);

    public IAsyncEnumerable<TableRow> ReadAsync(
        string partition, string? from = null, string? until = null, CancellationToken cancellationToken = default) =>
        Spans.AreHeard ? ReadTracedAsync(partition, from, until, cancellationToken) : inner.ReadAsync(partition, from, until, cancellationToken);

    public ValueTask<WriteOutcome> WriteAsync(
        string partition, IReadOnlyList<TableOperation> operations, CancellationToken cancellationToken = default) =>
        Spans.Part(SpanNames.Write, ActivityKind.Client) is { } span
            ? WriteAsync(span, partition, operations, cancellationToken)
            : inner.WriteAsync(partition, operations, cancellationToken);

    public ValueTask OpenAsync(CancellationToken cancellationToken = default) => inner.OpenAsync(cancellationToken);

    public ValueTask CheckAsync(CancellationToken cancellationToken = default) => inner.CheckAsync(cancellationToken);

    public void Dispose() => (inner as IDisposable)?.Dispose();

    public async ValueTask DisposeAsync()
    {
        if (inner is IAsyncDisposable disposable)
        {
            await disposable.DisposeAsync();
        }
        else
        {
            Dispose();
        }
    }

    private async ValueTask<TableRow?> FindAsync(Activity span, string partition, string row, CancellationToken cancellationToken)
    {
        using (span.SetTag(Tags.Partition, KindOf(partition)))
        {
            try
            {
                TableRow? found = await inner.FindAsync(partition, row, cancellationToken);
                span.SetTag(Tags.Rows, found is null ? 0 : 1);
                return found;
            }
            catch (Exception exception)
            {
                span.Fail(exception);
                throw;
            }
        }
    }

    private async ValueTask<WriteOutcome> WriteAsync(
        Activity span, string partition, IReadOnlyList<TableOperation> operations, CancellationToken cancellationToken)
    {
        using (span.SetTag(Tags.Partition, KindOf(partition)).SetTag(Tags.Rows, operations.Count))
        {
            try
            {
                WriteOutcome outcome = await inner.WriteAsync(partition, operations, cancellationToken);
                span.SetTag(Tags.Outcome, outcome.Done ? "done" : "conflict");
                return outcome;
            }
            catch (Exception exception)
            {
                span.Fail(exception);
                throw;
            }
        }
    }

    private async IAsyncEnumerable<TableRow> ReadTracedAsync(
        string partition, string? from, string? until, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using Activity? span = Spans.Part(SpanNames.Read, ActivityKind.Client)?.SetTag(Tags.Partition, KindOf(partition));
        int rows = 0;
        await foreach (TableRow row in inner.ReadAsync(partition, from, until, cancellationToken))
        {
            rows++;
            yield return row;
        }

        span?.SetTag(Tags.Rows, rows);
    }

    /// <summary>The keys of other partitions are hashes of addresses, Message-IDs and idempotency keys.</summary>
    private static string KindOf(string partition) => Reference.TryParse(partition, out _)
        ? "complaint"
        : Array.Find(Kinds, kind => partition.StartsWith(kind, StringComparison.Ordinal))?.TrimEnd('-') ?? "claims";
}
