namespace ComplaintFlow.Functions.Storage;

/// <summary>
/// The partitions of a store: for moving it as a whole, and for nothing else. It reads every key, so it is no part of
/// <see cref="ITableStore"/>, which is all that the working program gets.
/// </summary>
public interface IPartitionListing
{
    /// <summary>
    /// The partitions that have a row, in ordinal order, from <paramref name="from"/> (inclusive, null = the first). One that
    /// comes or goes meanwhile may or may not be seen.
    /// </summary>
    public IAsyncEnumerable<string> PartitionsAsync(string? from = null, CancellationToken cancellationToken = default);
}
