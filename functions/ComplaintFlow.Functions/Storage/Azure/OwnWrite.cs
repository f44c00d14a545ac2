namespace ComplaintFlow.Functions.Storage.Azure;

/// <summary>
/// Finds a batch that was committed although its answer was lost: repeated, it meets its own rows and looks like the
/// second of two writers.
/// </summary>
internal static class OwnWrite
{
    /// <summary>The version given for a row that somebody has written again since: none that holds.</summary>
    public const string Superseded = "W/\"superseded\"";

    /// <summary>
    /// The versions of the rows as for a batch just written; null when it was not. The new rows decide if there are any,
    /// since nobody else makes the same ones, and then another writer may already have come after; otherwise the replaced
    /// rows must still be as written, or else the deleted ones be gone.
    /// </summary>
    public static async Task<IReadOnlyList<string?>?> FindAsync(
        ITableStore store, string partition, IReadOnlyList<TableOperation> operations, CancellationToken cancellationToken)
    {
        Type deciding = operations.Any(one => one is Insert) ? typeof(Insert)
            : operations.Any(one => one is Replace) ? typeof(Replace)
            : typeof(Delete);
        string?[] etags = new string?[operations.Count];
        foreach (int i in Enumerable.Range(0, operations.Count).OrderBy(i => operations[i].GetType() != deciding))
        {
            TableOperation operation = operations[i];
            if (operation is Delete && deciding != typeof(Delete))
            {
                continue;
            }

            TableRow? row = await store.FindAsync(partition, operation.Row, cancellationToken);
            bool asWritten = PropertiesOf(operation) is { } written ? row is not null && AreSame(written, row.Properties) : row is null;
            if (!asWritten && operation.GetType() == deciding)
            {
                return null;
            }

            etags[i] = operation is Delete ? null : asWritten ? row!.ETag : Superseded;
        }

        return etags;
    }

    private static IReadOnlyDictionary<string, object>? PropertiesOf(TableOperation operation) => operation switch
    {
        Insert insert => insert.Properties,
        Replace replace => replace.Properties,
        Put put => put.Properties,
        _ => null,
    };

    private static bool AreSame(IReadOnlyDictionary<string, object> written, IReadOnlyDictionary<string, object> found) =>
        written.Count == found.Count
        && written.All(one => found.TryGetValue(one.Key, out object? value) && AreSame(TableRules.Normal(one.Value), value));

    private static bool AreSame(object written, object found) =>
        written is byte[] bytes ? found is byte[] others && bytes.AsSpan().SequenceEqual(others) : written.Equals(found);
}
