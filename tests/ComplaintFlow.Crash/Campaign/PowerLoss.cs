using System.Diagnostics;
using ComplaintFlow.Crash.Victim;

namespace ComplaintFlow.Crash.Campaign;

/// <summary>
/// What a disk may hold after the power went: the files as they are at one instant, the log cut off at random after the last
/// commit that was surely flushed. Everything acknowledged before must come to its end on such a copy.
/// </summary>
internal sealed class PowerLoss(string directory, Process process, Ledger ledger, Seeded chance)
{
    private static readonly string[] Files = ["engine.db", "engine.db-wal", RunLog.FileName];

    public async Task<IReadOnlyList<string>> JudgeAsync(int round)
    {
        string copy = Directory.CreateDirectory($"{directory}-power-{round}").FullName;
        Ledger before = await CopyAsync(copy);
        CutOff(Path.Combine(copy, "engine.db-wal"));
        string? broken;
        using (VictimProcess survivor = new(VictimProgram.DrainCommand, copy, round, before))
        {
            broken = await survivor.DrainedAsync();
        }

        IReadOnlyList<string> faults = broken is null ? new Verdict(before, Execution.Read(copy), round).Judge() : [broken];
        if (faults.Count == 0)
        {
            Directory.Delete(copy, recursive: true);
        }

        return [.. faults.Select(fault => $"copy {copy}: {fault}")];
    }

    /// <summary>The process stands still meanwhile, so that the files are those of one instant.</summary>
    private async Task<Ledger> CopyAsync(string copy)
    {
        Signals.Stop(process);
        try
        {
            Ledger before = ledger.Copy();
            foreach (string file in Files.Where(file => File.Exists(Path.Combine(directory, file))))
            {
                File.Copy(Path.Combine(directory, file), Path.Combine(copy, file));
            }

            // What was tried may still be on its way here, and is in the files all the same.
            for (int known = -1; known != ledger.Count;)
            {
                known = ledger.Count;
                await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System);
            }

            before.NoteTriesOf(ledger.Copy());
            return before;
        }
        finally
        {
            Signals.GoOn(process);
        }
    }

    /// <summary>The last commit of the log may not have been flushed; those before it were, since the writer waits for each.</summary>
    private void CutOff(string log)
    {
        if (!File.Exists(log))
        {
            return;
        }

        byte[] bytes = File.ReadAllBytes(log);
        int sure = new WriteAheadLog(bytes).EndOfFlushed;
        int loose = bytes.Length - sure;
        if (loose <= 0)
        {
            return;
        }

        int kept = sure + chance.Below(loose + 1);
        if (chance.Below(2) == 0)
        {
            File.WriteAllBytes(log, bytes[..kept]);
            return;
        }

        // The file has its length already, and not yet its content.
        Array.Clear(bytes, kept, bytes.Length - kept);
        File.WriteAllBytes(log, bytes);
    }
}
