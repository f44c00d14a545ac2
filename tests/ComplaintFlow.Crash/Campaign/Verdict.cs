using System.Text.Json;
using ComplaintFlow.Crash.Victim;

namespace ComplaintFlow.Crash.Campaign;

/// <summary>Compares what was acknowledged with how everything ended.</summary>
/// <param name="ledger">What the victims said.</param>
/// <param name="executions">What the activities wrote down.</param>
/// <param name="kills">How often the victim was killed: each can repeat an activity once.</param>
internal sealed class Verdict(Ledger ledger, ILookup<string, Execution> executions, int kills)
{
    private readonly List<string> _faults = [.. ledger.Faults];

    public int Timers { get; private set; }

    public int Events { get; private set; }

    public int Retries { get; private set; }

    /// <summary>What is wrong.</summary>
    public IReadOnlyList<string> Judge()
    {
        foreach (string id in ledger.Started.Where(id => !ledger.Ended.ContainsKey(id)))
        {
            _faults.Add($"{id}: its start was acknowledged and is lost");
        }

        foreach ((string id, (string status, string output)) in ledger.Ended)
        {
            Expect(id, IsKnown(id), "nobody started it");
            if (status != "Completed")
            {
                _faults.Add($"{id}: {status} {output}");
                continue;
            }

            Judge(id, JsonSerializer.Deserialize<Report>(output)!);
        }

        return _faults;
    }

    private bool IsKnown(string id) =>
        ledger.StartsTried.Contains(id) || (id.EndsWith("-child", StringComparison.Ordinal) && ledger.StartsTried.Contains(id[..^6]));

    private void Judge(string id, Report report)
    {
        JudgeResults(id, report);
        JudgeWords(id, report);
        Timers += report.Naps.Count;
        foreach (Nap nap in report.Naps)
        {
            Expect(id, nap.Seen >= nap.Due, $"a timer due at {nap.Due:O} was seen at {nap.Seen:O}");
        }

        Expect(id, report.Turns.SequenceEqual(report.Turns.Order()), "its clock went back");
        string kind = id.Split('-')[0];
        if (kind == "doomed")
        {
            JudgeDoomed(id, report);
            return;
        }

        int steps = id.EndsWith("-child", StringComparison.Ordinal) ? 2 : kind switch { "life" or "napper" => 3, "fanout" => 7, _ => report.Tokens.Count };
        Expect(id, report.Tokens.Count == steps, $"it has {report.Tokens.Count} results instead of {steps}");
        Expect(id, kind != "napper" || report.Naps.Count == 3, "a timer is missing");
    }

    /// <summary>A result that a later turn saw, or that a client saw, is the one of the end.</summary>
    private void JudgeResults(string id, Report report)
    {
        string all = string.Join(' ', report.Tokens);
        Execution[] own = [.. executions[id]];
        HashSet<string> known = [.. own.Concat(executions[$"{id}-child"]).Select(execution => execution.Token)];
        Expect(id, report.Tokens.All(known.Contains), "it has a result that no activity gave");
        Expect(id, report.Tokens.Distinct().Count() == report.Tokens.Count, "one result stands for two activities");
        foreach (Execution execution in own)
        {
            bool isSo = execution.Count == 0 || report.Tokens.ElementAtOrDefault(execution.Count - 1) == execution.Last;
            Expect(id, isSo, $"an activity was told that result {execution.Count} was {execution.Last}, the end has {all}");
            Expect(id, execution.At >= execution.NotBefore, "a timer fired early");
        }

        foreach (string observed in ledger.Observed.GetValueOrDefault(id, []))
        {
            Expect(id, all.Contains(observed, StringComparison.Ordinal), $"the custom status had {observed}, the end has {all}");
        }

        Retries += own.Length - own.Select(execution => execution.Count).Distinct().Count();
    }

    private void JudgeWords(string id, Report report)
    {
        Events += report.Words.Count;
        List<long> tried = ledger.EventsTried.GetValueOrDefault(id, []);
        List<long> raised = ledger.Raised.GetValueOrDefault(id, []);
        Expect(id, report.Words.All(tried.Contains), "it took an event that nobody raised");
        Expect(id, report.Words.Zip(report.Words.Skip(1)).All(pair => pair.First < pair.Second), $"it took events twice or out of order: {string.Join(' ', report.Words)}");
        bool takesOne = id.StartsWith("life", StringComparison.Ordinal);
        foreach (long word in raised)
        {
            Expect(id, takesOne ? report.Words is [var first] && first <= word : report.Words.Contains(word), $"it did not take the acknowledged event {word}");
        }
    }

    private void JudgeDoomed(string id, Report report)
    {
        Execution[] runs = [.. executions[id].OrderBy(execution => execution.At)];
        Expect(id, report.Failure is { } failure && runs.Any(run => run.Token == failure), "it did not hear of its last failure");
        Expect(
            id,
            runs.Length >= Orchestrators.DoomedAttempts && runs.Length <= Orchestrators.DoomedAttempts + kills,
            $"its activity was tried {runs.Length} times instead of {Orchestrators.DoomedAttempts}");
        Expect(id, runs.Length > 0 && runs[^1].At - runs[0].At >= 3 * Orchestrators.DoomedWait.Ticks, "its activity was tried again too soon");
    }

    private void Expect(string id, bool isSo, string fault)
    {
        if (!isSo)
        {
            _faults.Add($"{id}: {fault}");
        }
    }
}
