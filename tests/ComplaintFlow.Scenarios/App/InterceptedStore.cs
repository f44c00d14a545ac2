using ComplaintFlow.Functions.Storage;

namespace ComplaintFlow.Scenarios.App;

/// <summary>A store with something done before each write, or before a check: throwing there is a power cut or a broken disk.</summary>
public sealed class InterceptedStore(ITableStore inner) : ITableStore, IDisposable, IAsyncDisposable
{
    public Func<string, IReadOnlyList<TableOperation>, ValueTask> BeforeWrite { get; init; } = (_, _) => default;

    public Func<string, IReadOnlyList<TableOperation>, ValueTask> AfterWrite { get; init; } = (_, _) => default;

    public Func<ValueTask> BeforeCheck { get; init; } = () => default;

    public Func<ValueTask> BeforeRead { get; init; } = () => default;

    public async ValueTask<TableRow?> FindAsync(string partition, string row, CancellationToken cancellationToken = default)
    {
        await BeforeRead();
        return await inner.FindAsync(partition, row, cancellationToken);
    }

    public async IAsyncEnumerable<TableRow> ReadAsync(
        string partition,
        string? from = null,
        string? until = null,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await BeforeRead();
        await foreach (TableRow row in inner.ReadAsync(partition, from, until, cancellationToken))
        {
            yield return row;
        }
    }

    public async ValueTask<WriteOutcome> WriteAsync(
        string partition, IReadOnlyList<TableOperation> operations, CancellationToken cancellationToken = default)
    {
        await BeforeWrite(partition, operations);
        WriteOutcome outcome = await inner.WriteAsync(partition, operations, cancellationToken);
        await AfterWrite(partition, operations);
        return outcome;
    }

    public ValueTask OpenAsync(CancellationToken cancellationToken = default) => inner.OpenAsync(cancellationToken);

    public async ValueTask CheckAsync(CancellationToken cancellationToken = default)
    {
        await BeforeCheck();
        await inner.CheckAsync(cancellationToken);
    }

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
}
