namespace ComplaintFlow.Functions.Storage;

/// <summary>What became of a batch: all of it was written, or nothing was.</summary>
/// <param name="Done">True when every operation was written and will survive a power cut.</param>
/// <param name="ConflictRow">The first row whose condition did not hold; null when done.</param>
/// <param name="ETags">When done, the new version of each row in the order of the operations, null for a delete; else empty.</param>
public readonly record struct WriteOutcome(bool Done, string? ConflictRow, IReadOnlyList<string?> ETags)
{
    internal static WriteOutcome Written(IReadOnlyList<string?> etags) => new(true, null, etags);

    internal static WriteOutcome Conflict(string row) => new(false, row, []);
}
