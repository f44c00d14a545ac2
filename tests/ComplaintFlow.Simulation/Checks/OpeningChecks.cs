using ComplaintFlow.Simulation.World;

namespace ComplaintFlow.Simulation.Checks;

/// <summary>Every accepted post is found, once: with a key one complaint, however often it was sent; without, one each.</summary>
internal static class OpeningChecks
{
    public static IEnumerable<string> Find(IEnumerable<Opening> openings, IReadOnlyList<StoredLife> lives)
    {
        ILookup<string?, StoredLife> bySubject = lives.ToLookup(life => life.Subject);
        foreach (Opening opening in openings)
        {
            HashSet<string> stored = [.. bySubject[opening.Subject].Select(life => life.Reference)];
            HashSet<string> acknowledged = [.. opening.References];
            int most = opening.HasKey ? 1 : opening.References.Count + opening.Unknown;
            if (!acknowledged.IsSubsetOf(stored))
            {
                yield return $"{opening.Subject}: acknowledged as {string.Join(", ", acknowledged)}, stored as {string.Join(", ", stored)}";
            }

            if (stored.Count > most)
            {
                yield return $"{opening.Subject}: {stored.Count} complaints came of it, {most} at most were asked for";
            }
        }
    }
}
