using System.Runtime.CompilerServices;
using ComplaintFlow.Functions.Storage;
using ComplaintFlow.Simulation.World;

namespace ComplaintFlow.Simulation.Faults;

/// <summary>The store as the host sees it: every call may be slow, fail before or after it was carried out, or end with the host.</summary>
internal sealed class FaultyStore(MemoryTableStore inner, FaultSource faults) : ITableStore
{
    public async ValueTask<TableRow?> FindAsync(string partition, string row, CancellationToken cancellationToken = default)
    {
        await BeforeAsync("find", partition);
        return await inner.FindAsync(partition, row, cancellationToken);
    }

    public async IAsyncEnumerable<TableRow> ReadAsync(
        string partition, string? from = null, string? until = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await BeforeAsync("read", partition);
        await foreach (TableRow row in inner.ReadAsync(partition, from, until, cancellationToken))
        {
            yield return row;
        }
    }

    public async ValueTask<WriteOutcome> WriteAsync(
        string partition, IReadOnlyList<TableOperation> operations, CancellationToken cancellationToken = default)
    {
        await BeforeAsync("write", partition);
        WriteOutcome outcome = await inner.WriteAsync(partition, operations, cancellationToken);
        if (outcome.Done)
        {
            Footprint.Current?.Add(partition);
        }

        await faults.StepAsync($"written {partition}");
        return faults.Strikes(faults.Weather.StoreForgets, $"write {partition} forgotten")
            ? throw new StoreUnavailableException("The answer was lost.")
            : outcome;
    }

    public ValueTask OpenAsync(CancellationToken cancellationToken = default) => inner.OpenAsync(cancellationToken);

    public ValueTask CheckAsync(CancellationToken cancellationToken = default) => inner.CheckAsync(cancellationToken);

    private async Task BeforeAsync(string what, string partition)
    {
        await faults.StepAsync(what, faults.Weather.StoreIsSlow);
        if (faults.Strikes(faults.Weather.StoreFails, $"{what} {partition}"))
        {
            throw new StoreUnavailableException("The store does not answer.");
        }
    }
}
