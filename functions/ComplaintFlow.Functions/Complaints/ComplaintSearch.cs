using ComplaintFlow.Domain.Complaints;

namespace ComplaintFlow.Functions.Complaints;

/// <summary>What to look for; null means any. Dates are inclusive, but for <paramref name="DueBefore"/>.</summary>
public sealed record ComplaintQuery(
    string? Words = null,
    Status? Status = null,
    int? Level = null,
    string? Handler = null,
    DateOnly? DueBefore = null,
    DateOnly? From = null,
    DateOnly? To = null,
    bool OpenOnly = false);

/// <summary>Lists and searches complaints through the index, and shows what the complaints themselves say.</summary>
public sealed class ComplaintSearch(ComplaintIndexes indexes, ComplaintStore store, FirmRules firm)
{
    /// <summary>How far back lists look: longer than any complaint is kept.</summary>
    private const int Years = 12;

    /// <summary>One page, newest first, or due first when a due date is asked for.</summary>
    /// <param name="page">From 1.</param>
    public async Task<(IReadOnlyList<StoredComplaint> Items, bool HasMore)> FindAsync(
        ComplaintQuery query, int page, int pageSize, CancellationToken cancellationToken)
    {
        List<ListedComplaint> found = [];
        int thisYear = firm.Today.Year;
        for (int year = thisYear; year > thisYear - Years; year--)
        {
            await foreach (ListedComplaint listed in indexes.ReadListedAsync(year, cancellationToken))
            {
                if (Matches(listed, query))
                {
                    found.Add(listed);
                }
            }
        }

        IOrderedEnumerable<ListedComplaint> ordered = query.DueBefore is not null || query.OpenOnly
            ? found.OrderBy(listed => listed.NextDeadline ?? DateOnly.MaxValue).ThenBy(listed => listed.Reference, StringComparer.Ordinal)
            : found.OrderByDescending(listed => listed.ReceivedOn).ThenBy(listed => listed.Reference, StringComparer.Ordinal);
        List<StoredComplaint> items = [];
        bool hasMore = false;
        foreach (ListedComplaint listed in ordered.Skip((page - 1) * pageSize).Take(pageSize + 1))
        {
            if (items.Count == pageSize)
            {
                hasMore = true;
                break;
            }

            // The index may be ahead of a write that never came, or behind one: the complaint itself decides.
            if (Reference.TryParse(listed.Reference, out Reference reference)
                && await store.FindAsync(reference, cancellationToken) is { } stored
                && Matches(ListedComplaint.Of(stored), query))
            {
                items.Add(stored);
            }
        }

        return (items, hasMore);
    }

    private static bool Matches(ListedComplaint listed, ComplaintQuery query) =>
        (query.Status is null || listed.Status == WireName.Of(query.Status.Value))
        && (query.Level is null || listed.Level == query.Level)
        && (!query.OpenOnly || listed.IsOpen)
        && (query.Handler is null || string.Equals(listed.Handler, query.Handler, StringComparison.OrdinalIgnoreCase))
        && (query.DueBefore is null || listed.NextDeadline < query.DueBefore)
        && (query.From is null || listed.ReceivedOn >= query.From)
        && (query.To is null || listed.ReceivedOn <= query.To)
        && (query.Words is null || listed.Matches(query.Words));
}
