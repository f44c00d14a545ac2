namespace ComplaintFlow.Functions.Storage.Sqlite;

/// <summary>A batch on its way to the writer, and the promise of its outcome, kept once it is on the disk.</summary>
internal sealed class PendingBatch(string partition, IReadOnlyList<TableOperation> operations, CancellationToken cancellation)
{
    private readonly TaskCompletionSource<WriteOutcome> _outcome = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string Partition { get; } = partition;

    public IReadOnlyList<TableOperation> Operations { get; } = operations;

    public Task<WriteOutcome> Outcome => _outcome.Task;

    /// <summary>True, and the caller told, when it no longer wants the batch; asked for once, when its turn comes.</summary>
    public bool IsWithdrawn() => cancellation.IsCancellationRequested && _outcome.TrySetCanceled(cancellation);

    public void Complete(WriteOutcome outcome) => _outcome.TrySetResult(outcome);

    public void Fail(Exception error) => _outcome.TrySetException(error);
}
