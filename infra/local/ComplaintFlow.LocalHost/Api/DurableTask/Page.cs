namespace Microsoft.DurableTask;

/// <summary>One page of results.</summary>
/// <param name="values">The results, possibly none.</param>
/// <param name="continuationToken">Where the next page begins; null on the last one.</param>
public sealed class Page<T>(IReadOnlyList<T> values, string? continuationToken = null)
    where T : notnull
{
    /// <summary>The results.</summary>
    public IReadOnlyList<T> Values { get; } = values;

    /// <summary>Where the next page begins; null on the last one.</summary>
    public string? ContinuationToken { get; } = continuationToken;
}
