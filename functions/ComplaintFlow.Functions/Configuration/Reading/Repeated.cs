namespace ComplaintFlow.Functions.Configuration.Reading;

/// <summary>Values that must differ within a list.</summary>
internal static class Repeated
{
    /// <summary>Notes each item whose <paramref name="property"/> an earlier one has; empty values, at fault already, are passed over.</summary>
    public static void Refuse<T>(
        Faults faults, IReadOnlyList<(string Path, T Value)> items, string property, Func<T, string> valueOf, StringComparer comparer)
    {
        Dictionary<string, string> first = new(comparer);
        foreach ((string path, T item) in items)
        {
            string value = valueOf(item);
            if (value.Length > 0 && !first.TryAdd(value, path))
            {
                faults.Add($"{path}.{property}", $"{JsonText.Quote(value)} is that of {first[value]} already; write another");
            }
        }
    }
}
