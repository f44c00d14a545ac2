namespace ComplaintFlow.Simulation.Checks;

/// <summary>Kept, or the miss noted exactly once and in time; the word about the mediator likewise; never one too many.</summary>
internal static class DeadlineChecks
{
    public static IEnumerable<string> Find(StoredLife life, Calendar calendar, DateTimeOffset end, TimeSpan slack)
    {
        DeadlineModel model = new(calendar);
        model.Live(life.Lines, end - slack);
        Dictionary<string, DateTimeOffset> owed = model.Owed;
        ILookup<string, StoredLine> noted = life.Lines
            .Where(line => line.Type is "deadline-missed" or "mediator-informed")
            .ToLookup(line => line.Type == "mediator-informed" ? "mediator" : $"{line.Text("deadline")} {line.Text("date")}");
        foreach ((string what, DateTimeOffset due) in owed)
        {
            StoredLine[] lines = [.. noted[what]];
            if (lines.Length != 1)
            {
                yield return $"{life.Reference}: {what} was owed from {due:yyyy-MM-dd HH:mm} and noted {lines.Length} times";
            }
            else if (lines[0].At < due || lines[0].At > due + slack)
            {
                yield return $"{life.Reference}: {what} was owed from {due:yyyy-MM-dd HH:mm:ss} and noted at {lines[0].At.ToUniversalTime():yyyy-MM-dd HH:mm:ss}";
            }
        }

        foreach (IGrouping<string, StoredLine> line in noted.Where(group => !owed.ContainsKey(group.Key) && group.First().At < end - slack))
        {
            yield return $"{life.Reference}: {line.Key} was noted at {line.First().At.ToUniversalTime():yyyy-MM-dd HH:mm:ss} and never owed";
        }
    }
}
