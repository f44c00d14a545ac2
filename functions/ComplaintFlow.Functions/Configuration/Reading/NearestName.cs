namespace ComplaintFlow.Functions.Configuration.Reading;

/// <summary>Finds the name that somebody probably meant.</summary>
internal static class NearestName
{
    /// <summary>The known name that takes the fewest edits to reach, or null when none is near.</summary>
    public static string? To(string written, IReadOnlyCollection<string> known)
    {
        string? nearest = known.MinBy(name => Edits(written, name));
        return nearest is not null && Edits(written, nearest) <= Math.Max(2, nearest.Length / 3) ? nearest : null;
    }

    /// <summary>Insertions, deletions and replacements between two names, case apart.</summary>
    private static int Edits(string from, string to)
    {
        int[] previous = [.. Enumerable.Range(0, to.Length + 1)];
        for (int row = 1; row <= from.Length; row++)
        {
            int[] current = new int[to.Length + 1];
            current[0] = row;
            for (int column = 1; column <= to.Length; column++)
            {
                bool same = char.ToUpperInvariant(from[row - 1]) == char.ToUpperInvariant(to[column - 1]);
                int replaced = previous[column - 1] + (same ? 0 : 1);
                current[column] = Math.Min(replaced, Math.Min(previous[column], current[column - 1]) + 1);
            }

            previous = current;
        }

        return previous[^1];
    }
}
