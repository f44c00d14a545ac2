namespace ComplaintFlow.Functions.Storage;

/// <summary>
/// Rows addressed by partition and row key, in the semantics of Azure Table Storage whatever the engine. Keys are compared
/// ordinally; an engine may order keys outside the Basic Multilingual Plane differently, so keep keys ASCII. What
/// <see cref="TableRules"/> refuses raises <see cref="ArgumentException"/> before anything is read or written; an engine
/// that does not answer raises <see cref="StoreUnavailableException"/>.
/// </summary>
public interface ITableStore
{
    /// <summary>The row as last committed, or null.</summary>
    public ValueTask<TableRow?> FindAsync(string partition, string row, CancellationToken cancellationToken = default);

    /// <summary>
    /// The rows of a partition in ordinal order of their keys, from <paramref name="from"/> (inclusive, null = the first) to
    /// <paramref name="until"/> (exclusive, null = past the last). Rows come in pages: a row written while the caller reads
    /// may or may not be seen, and writing while reading is fine.
    /// </summary>
    public IAsyncEnumerable<TableRow> ReadAsync(
        string partition, string? from = null, string? until = null, CancellationToken cancellationToken = default);

    /// <summary>
    /// Writes 1 to 100 operations on distinct rows of one partition, all or none. A condition that does not hold is an
    /// outcome, not an exception. After an exception (also a cancellation) the batch was written whole or not at all, and
    /// only reading tells which. A batch that was written while its answer was lost is found again and is done; the version
    /// given for a row that another writer has changed since holds no more. Whoever gets a conflict reads again before deciding.
    /// </summary>
    public ValueTask<WriteOutcome> WriteAsync(
        string partition, IReadOnlyList<TableOperation> operations, CancellationToken cancellationToken = default);

    /// <summary>Opens or creates the store; called once at start, before anything else.</summary>
    /// <exception cref="StoreUnavailableException">
    /// The store cannot be opened, or is damaged, foreign or of a later version; it is left as it was.
    /// </exception>
    public ValueTask OpenAsync(CancellationToken cancellationToken = default);

    /// <summary>A cheap check that the store answers.</summary>
    /// <exception cref="StoreUnavailableException">It does not; the message says why in plain words.</exception>
    public ValueTask CheckAsync(CancellationToken cancellationToken = default);
}
