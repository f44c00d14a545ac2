using ComplaintFlow.Simulation.World;

namespace ComplaintFlow.Simulation.Checks;

/// <summary>
/// Who must have been told, by the table "Who is told" of DOMAIN.md: for each line of the journal the mails it brings,
/// no more and no fewer, and each of them with the person it was for exactly once.
/// </summary>
internal static class MailChecks
{
    public static IEnumerable<string> Find(StoredLife life, IReadOnlyDictionary<Guid, Letter> letters, int arrived)
    {
        bool hasEmail = life.Lines[0].Is("clientHasEmail");
        ILookup<int, StoredEffect> byLine = life.Effects.ToLookup(effect => effect.Line);
        foreach (StoredLine line in life.Lines)
        {
            string[] told = [.. byLine[line.Number].Select(Name).Order(StringComparer.Ordinal)];
            string[] expected = [.. Expected(line, hasEmail).Order(StringComparer.Ordinal)];
            if (line.Type == "reminded" ? !IsReminder(line, byLine[line.Number]) : !told.SequenceEqual(expected))
            {
                yield return $"{life.Reference}: line {line.Number} ({line.Type}) tells {string.Join(", ", told)} instead of {string.Join(", ", expected)}";
            }
        }

        int sent = 0;
        foreach (StoredEffect effect in life.Effects)
        {
            bool hasArrived = letters.TryGetValue(effect.Id, out Letter? letter);
            sent += hasArrived ? 1 : 0;
            if (effect.Status == "pending" || (effect.Status == "sent" && !hasArrived))
            {
                yield return $"{life.Reference}: mail {Name(effect)} of line {effect.Line} is {effect.Status} and {(hasArrived ? "has arrived" : "never arrived")}";
            }

            if (effect.Status == "failed" && (effect.Staff is not null || hasArrived))
            {
                yield return $"{life.Reference}: mail {Name(effect)} of line {effect.Line} counts as failed without a reason";
            }
        }

        if (arrived != sent)
        {
            yield return $"{life.Reference}: {arrived} mails arrived, {sent} were in the outbox";
        }
    }

    private static string Name(StoredEffect effect) => $"{effect.Kind} to {(effect.Staff is null ? "client" : "staff")}";

    private static IEnumerable<string> Expected(StoredLine line, bool hasEmail)
    {
        bool byClient = line.Actor == "client";
        (string[] client, string[] staff) = line.Type switch
        {
            "received" when line.Text("writtenOn") is null => (["acknowledgement", "invitation-to-write"], ["assignment"]),
            "received" when line.Text("channel") is "phone" or "counter" => (["acknowledgement", "dated-copy"], ["assignment"]),
            "received" => (["acknowledgement"], ["assignment"]),
            "assigned" => (["progress"], ["assignment"]),
            "submitted" => ([], ["approval-request"]),
            "returned" => ([], ["returned"]),
            "answered" when line.Text("channel") == "email" => (["answer"], []),
            "extended" => (["extension"], []),
            "escalated" => (["progress"], ["level-2-request"]),
            "transferred" or "message-sent" => (["progress"], []),
            "message-received" => ([], ["client-message"]),
            "referred" or "court-action" when byClient => ([], ["client-message"]),
            "closed" when byClient => (["closed"], ["client-message"]),
            "closed" or "mediator-outcome" => (["closed"], []),
            "deadline-missed" => ([], ["deadline-missed"]),
            "mediator-informed" => hasEmail ? (["mediator-information"], []) : ([], ["mediator-information"]),
            "mail-failed" => ([], ["delivery-failed"]),
            _ => ((string[])[], (string[])[]),
        };
        return [.. client.Where(_ => hasEmail).Select(kind => $"{kind} to client"), .. staff.Select(kind => $"{kind} to staff")];
    }

    private static bool IsReminder(StoredLine line, IEnumerable<StoredEffect> told)
    {
        string kind = line.Text("deadline") == "acknowledgement" ? "acknowledgement-reminder" : "response-reminder";
        StoredEffect[] effects = [.. told];
        string?[] to = [.. effects.Select(effect => effect.Staff)];
        return effects.All(effect => effect.Kind == kind)
            && !to.Contains(null)
            && to.Distinct().Count() == to.Length
            && to.Length >= 1
            && to.Length <= 1 + (line.Is("toManager") ? 1 : 0) + (line.Is("toDirector") ? 1 : 0)
            && (!line.Is("toManager") || to.Contains(RulesOfRun.Manager))
            && (!line.Is("toDirector") || to.Contains(RulesOfRun.Director));
    }
}
