using System.Globalization;
using ComplaintFlow.Crash.Victim;

namespace ComplaintFlow.Crash.Campaign;

/// <summary>What the victims said, over all their lives.</summary>
internal sealed class Ledger
{
    private readonly Lock _lock = new();
    private readonly List<string> _lines = [];

    public HashSet<string> StartsTried { get; } = [];

    public HashSet<string> Started { get; } = [];

    public Dictionary<string, List<long>> EventsTried { get; } = [];

    public Dictionary<string, List<long>> Raised { get; } = [];

    public Dictionary<string, List<string>> Observed { get; } = [];

    public Dictionary<string, (string Status, string Output)> Ended { get; } = [];

    public List<string> Faults { get; } = [];

    /// <summary>What has been said so far, for another ledger.</summary>
    public Ledger Copy()
    {
        Ledger copy = new();
        string[] lines;
        lock (_lock)
        {
            lines = [.. _lines];
        }

        foreach (string line in lines)
        {
            copy.Note(line);
        }

        return copy;
    }

    /// <summary>How many lines were taken.</summary>
    public int Count
    {
        get
        {
            lock (_lock)
            {
                return _lines.Count;
            }
        }
    }

    /// <summary>Takes what was tried, and no acknowledgement, from the lines that a later state of this ledger has more.</summary>
    public void NoteTriesOf(Ledger later)
    {
        foreach (string line in later._lines[Count..].Where(line => (AnnouncementKind)line[1] is AnnouncementKind.StartTried or AnnouncementKind.EventTried))
        {
            Note(line);
        }
    }

    public void Save(string path)
    {
        lock (_lock)
        {
            File.WriteAllLines(path, _lines);
        }
    }

    /// <summary>Takes a line.</summary>
    public AnnouncementKind Note(string line)
    {
        string[] parts = line.Split('\t', 3);
        AnnouncementKind kind = (AnnouncementKind)line[1];
        lock (_lock)
        {
            _lines.Add(line);
            Note(kind, parts[1], parts[2]);
        }

        return kind;
    }

    private void Note(AnnouncementKind kind, string id, string rest)
    {
        switch (kind)
        {
            case AnnouncementKind.StartTried:
                StartsTried.Add(id);
                break;
            case AnnouncementKind.Started when !Started.Add(id):
                Faults.Add($"{id}: its start was acknowledged twice, the first one is lost");
                break;
            case AnnouncementKind.EventTried:
                Of(EventsTried, id).Add(long.Parse(rest, CultureInfo.InvariantCulture));
                break;
            case AnnouncementKind.Raised:
                Of(Raised, id).Add(long.Parse(rest, CultureInfo.InvariantCulture));
                break;
            case AnnouncementKind.Observed:
                Of(Observed, id).Add(rest);
                break;
            case AnnouncementKind.Ended:
                string[] end = rest.Split('\t', 2);
                Ended[id] = (end[0], end[1]);
                break;
            case AnnouncementKind.Broken:
                Faults.Add($"{id}: {rest}");
                break;
        }
    }

    private static List<T> Of<T>(Dictionary<string, List<T>> all, string id)
    {
        if (!all.TryGetValue(id, out List<T>? list))
        {
            all.Add(id, list = []);
        }

        return list;
    }
}
