using System.Diagnostics;
using ComplaintFlow.Crash.Victim;

namespace ComplaintFlow.Crash.Campaign;

/// <summary>Kills the engine again and again under a load, then lets everything come to its end and judges.</summary>
/// <param name="directory">The data directory of all lives; it is left as it is.</param>
/// <param name="seed">Determines the moments.</param>
/// <param name="say">Takes lines for whoever watches.</param>
internal sealed class EngineCampaign(string directory, int seed, Action<string> say)
{
    private const int KillsPerCopy = 5;
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(15);
    private readonly Seeded _chance = new((ulong)seed);
    private readonly Ledger _ledger = new();
    private readonly Lateness _lateness = new();
    private int _copies;

    public async Task<Outcome> RunAsync(int kills)
    {
        long began = Stopwatch.GetTimestamp();
        List<string> faults = [];
        for (int round = 1; round <= kills; round++)
        {
            faults.AddRange(await LiveAsync(round));
            if (faults.Count > 0)
            {
                return new Outcome($"Stopped at kill {round}", faults);
            }

            if (round % 10 == 0)
            {
                say($"{round} kills, {_ledger.Started.Count} starts, {_copies} copies, {Stopwatch.GetElapsedTime(began).TotalSeconds:0} s");
            }
        }

        DateTimeOffset from = TimeProvider.System.GetUtcNow();
        using (VictimProcess last = new(VictimProgram.DrainCommand, directory, kills + 1, _ledger))
        {
            if (await last.DrainedAsync() is { } broken)
            {
                faults.Add(broken);
            }
        }

        _lateness.Lived(from, TimeProvider.System.GetUtcNow());
        _ledger.Save(Path.Combine(directory, "ledger.log"));
        ILookup<string, Execution> executions = Execution.Read(directory);
        Verdict verdict = new(_ledger, executions, kills);
        faults.AddRange(verdict.Judge());
        TimeSpan late = _lateness.Longest(executions);
        if (late > LongestWait)
        {
            faults.Add($"A timer that was due waited for {late} while the victim was alive");
        }

        return new Outcome(
            $"{kills} kills, {_copies} copies cut off, {_ledger.Started.Count} starts acknowledged, {_ledger.Raised.Values.Sum(raised => raised.Count)} events acknowledged, "
            + $"{verdict.Events} taken, {verdict.Timers} timers, longest wait of a due one {late.TotalMilliseconds:0} ms, {executions.Sum(runs => runs.Count())} executions of activities, "
            + $"{verdict.Retries} of them repeats; {Stopwatch.GetElapsedTime(began).TotalSeconds:0} s",
            faults);
    }

    /// <summary>One life. A quarter of them end while the host starts, a quarter while it recovers, the others under load.</summary>
    private async Task<IReadOnlyList<string>> LiveAsync(int round)
    {
        bool isCopied = round % KillsPerCopy == 0;
        int moment = isCopied ? 2 : _chance.Below(4);
        using VictimProcess victim = new(VictimProgram.LoadCommand, directory, round, _ledger);
        if (moment == 0)
        {
            await WaitAsync(_chance.Below(700));
            return await KillAsync(victim);
        }

        await victim.ReadyAsync();
        DateTimeOffset from = TimeProvider.System.GetUtcNow();
        await WaitAsync(moment == 1 ? _chance.Below(120) : _chance.Below(1500));
        IReadOnlyList<string> faults = isCopied ? await CutOffAsync(victim, round) : [];
        IReadOnlyList<string> more = await KillAsync(victim);
        _lateness.Lived(from, TimeProvider.System.GetUtcNow());
        return [.. faults, .. more];
    }

    private static async Task<IReadOnlyList<string>> KillAsync(VictimProcess victim)
    {
        try
        {
            await victim.KillAsync();
            return [];
        }
        catch (InvalidOperationException exception)
        {
            return [exception.Message];
        }
    }

    private async Task<IReadOnlyList<string>> CutOffAsync(VictimProcess victim, int round)
    {
        _copies++;
        return await new PowerLoss(directory, victim.Process, _ledger, _chance).JudgeAsync(round);
    }

    private static Task WaitAsync(int milliseconds) => Task.Delay(TimeSpan.FromMilliseconds(milliseconds), TimeProvider.System);
}
