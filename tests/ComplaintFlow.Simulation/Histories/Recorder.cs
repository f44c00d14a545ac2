using ComplaintFlow.LocalHost.Engine;

namespace ComplaintFlow.Simulation.Histories;

/// <summary>
/// Records histories of orchestrations under way, for <c>tests/histories</c>: each release adds a folder, and the tests
/// replay them all on the code as it is.
/// </summary>
internal sealed class Recorder
{
    private const int OfOneKind = 4;
    private readonly Dictionary<(string Instance, long Run), RecordedHistory> _runs = [];

    /// <summary>Takes down what is under way; of each run the longest history is kept.</summary>
    public void Look(OrchestrationEngine engine)
    {
        foreach ((InstanceRow row, List<HistoryEvent> lines) in engine.Reader.Read(UnderWay))
        {
            (string, long) run = (row.Id, row.Created);
            if (lines.Count > 0 && (!_runs.TryGetValue(run, out RecordedHistory? known) || known.Lines.Count <= lines.Count))
            {
                _runs[run] = new RecordedHistory(row.Name, row.Id, row.Created, lines);
            }
        }
    }

    /// <summary>Writes the longest and the shortest of each kind; how many there are.</summary>
    public int Write(string folder)
    {
        Directory.CreateDirectory(folder);
        int count = 0;
        RecordedHistory[] distinct = [.. _runs.Values.DistinctBy(history => history.Shape)];
        foreach (IGrouping<string, RecordedHistory> kind in distinct.GroupBy(history => history.Kind).OrderBy(kind => kind.Key, StringComparer.Ordinal))
        {
            RecordedHistory[] ordered = [.. kind.OrderBy(history => history.Lines.Count).ThenBy(history => history.Shape, StringComparer.Ordinal)];
            int number = 0;
            foreach (RecordedHistory history in ordered.Take(OfOneKind / 2).Concat(ordered.TakeLast(OfOneKind / 2)).Distinct())
            {
                history.Write(Path.Combine(folder, $"{kind.Key}-{++number}.json"));
                count++;
            }
        }

        return count;
    }

    private static List<(InstanceRow Row, List<HistoryEvent> Lines)> UnderWay(SqliteSession session)
    {
        List<(InstanceRow, List<HistoryEvent>)> found = [];
        foreach (string id in session.Rows("SELECT id FROM instances", row => row.GetString(0)))
        {
            if (Instances.Find(session, id) is not { HasEnded: false } instance)
            {
                continue;
            }

            List<HistoryEvent> lines = [];
            _ = session.Rows("SELECT lines FROM history WHERE instance = $1 ORDER BY turn", row => Unpack(row.GetBytes(0), lines), instance.Number);
            found.Add((instance, lines));
        }

        return found;
    }

    private static bool Unpack(ReadOnlySpan<byte> packed, List<HistoryEvent> lines)
    {
        HistoryLines.Unpack(packed, lines);
        return true;
    }
}
