using ComplaintFlow.Simulation.Lives;
using ComplaintFlow.Simulation.World;

namespace ComplaintFlow.Simulation.Checks;

/// <summary>
/// What was acknowledged is in the journal, what was refused is not, and nothing is there that nobody asked for: each
/// person's lines of a kind are at least the acts that were answered as done, and at most those and the ones whose
/// answer was lost.
/// </summary>
internal static class DeedChecks
{
    public static IEnumerable<string> Find(StoredLife life, IEnumerable<Deed> deeds)
    {
        Dictionary<(string By, string Family), (int Least, int Most)> asked = [];
        foreach (Deed deed in deeds.Where(deed => deed.Outcome != DeedOutcome.Refused && deed.Action is not ("record-sent" or "acknowledge")))
        {
            (string, string) key = (deed.By, FamilyOf(deed.Action, deed.By));
            (int least, int most) = asked.GetValueOrDefault(key);
            asked[key] = (least + (deed.Outcome == DeedOutcome.Done ? 1 : 0), most + 1);
        }

        ILookup<(string, string), StoredLine> written = life.Lines.Skip(1)
            .Where(line => line.Actor != "system" && FamilyOfLine(line.Type) is not null)
            .ToLookup(line => (line.Actor, FamilyOfLine(line.Type)!));
        foreach (((string by, string family) key, (int least, int most)) in asked)
        {
            int count = written[key].Count();
            if (count < least || count > most)
            {
                yield return $"{life.Reference}: {key.family} by {key.by} is in the journal {count} times; {least} were acknowledged, {most} asked for and not refused";
            }
        }

        foreach (IGrouping<(string By, string Family), StoredLine> lines in written.Where(lines => !asked.ContainsKey(lines.Key)))
        {
            yield return $"{life.Reference}: {lines.Key.Family} by {lines.Key.By} is in the journal, and nobody asked for it or it was refused";
        }
    }

    private static string FamilyOf(string action, string by) => action switch
    {
        "requalify" or "withdraw" or "close" => "closing",
        "message" => by == Deeds.Client ? "message-received" : "message-sent",

        // Where nobody has to approve, what is submitted is approved.
        "submit" or "approve" => "approval",
        _ => action,
    };

    private static string? FamilyOfLine(string type) => type switch
    {
        "closed" => "closing",
        "submitted" or "approved" => "approval",
        "acknowledged" or "acknowledgement-prepared" => null,
        "assigned" => "assign",
        "drafted" => "draft",
        "returned" => "return",
        "extended" => "extend",
        "call-recorded" => "record-call",
        "escalated" => "escalate",
        "referred" => "refer",
        "transferred" => "transfer",
        "classified" => "classify",
        "hold-released" => "release",
        "reopened" => "reopen",
        "note" or "hold" or "message-sent" or "message-received" or "mediator-outcome" or "court-action" => type,
        _ => null,
    };
}
