using System.Diagnostics;
using System.Globalization;
using ComplaintFlow.Simulation.Faults;
using ComplaintFlow.Simulation.Histories;
using ComplaintFlow.Simulation.World;

namespace ComplaintFlow.Simulation;

/// <summary>The campaign from the command line: <c>--seeds N [--from N] [--lives N]</c>, <c>--seed N</c> to
/// replay one with its trace, <c>--planted</c> to look for defects put in on purpose, <c>--record folder</c> to write down
/// histories of orchestrations under way.</summary>
internal static class Campaign
{
    public static int Run(string[] args)
    {
        int lives = (int)(Number(args, "--lives") ?? Simulation.UsualLives);
        if (args.Contains("--planted"))
        {
            return FindPlanted(Number(args, "--seeds") ?? 60, lives);
        }

        if (Array.IndexOf(args, "--record") is >= 0 and int place && place + 1 < args.Length)
        {
            return Record(args[place + 1], Number(args, "--seeds") ?? 20, lives);
        }

        return Number(args, "--seed") is { } seed ? Replay(seed, lives) : Search(Number(args, "--from") ?? 1, Number(args, "--seeds") ?? 100, lives);
    }

    private static int Record(string folder, ulong seeds, int lives)
    {
        Recorder recorder = new();
        for (ulong seed = 1; seed <= seeds; seed++)
        {
            Simulation.Run(seed, lives, observer: recorder.Look);
        }

        Console.WriteLine($"{recorder.Write(folder)} histories in {Path.GetFullPath(folder)}");
        return 0;
    }

    private static int Replay(ulong seed, int lives)
    {
        Outcome outcome = Simulation.Run(seed, lives, listener: Console.WriteLine);
        Print(outcome);
        return outcome.Violations.Count == 0 ? 0 : 1;
    }

    private static int Search(ulong from, ulong count, int lives)
    {
        List<ulong> failed = [];
        (long done, long mails, long faults, long crashes, long acts) = (0, 0, 0, 0, 0);
        TimeSpan before = Process.GetCurrentProcess().TotalProcessorTime;
        long begin = Stopwatch.GetTimestamp();
        for (ulong seed = from; seed < from + count; seed++)
        {
            Outcome outcome = Simulation.Run(seed, lives);
            done += outcome.Lives;
            mails += outcome.Mails;
            faults += outcome.Faults;
            crashes += outcome.Crashes;
            acts += outcome.Requests;
            if (outcome.Violations.Count > 0)
            {
                failed.Add(seed);
                Print(outcome);
            }

            if ((seed - from + 1) % 50 == 0 || seed == from + count - 1)
            {
                double minutes = (Process.GetCurrentProcess().TotalProcessorTime - before).TotalMinutes;
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"seed {seed}: {done} lives, {acts} acts, {mails} mails, {faults} faults, {crashes} crashes, {failed.Count} seeds failed; {done / minutes:F0} lives a minute of CPU, {Stopwatch.GetElapsedTime(begin).TotalSeconds:F0} s"));
            }
        }

        Console.WriteLine(failed.Count == 0 ? "Every invariant held." : $"FAILED: {string.Join(' ', failed)}");
        return failed.Count == 0 ? 0 : 1;
    }

    /// <summary>Puts each known defect in, and tells within how many seeds it shows.</summary>
    private static int FindPlanted(ulong most, int lives)
    {
        bool isComplete = true;
        foreach ((string name, Bugs bugs) in Planted.All)
        {
            ulong seed = 0;
            Outcome outcome;
            do
            {
                outcome = Simulation.Run(++seed, lives, bugs);
            }
            while (outcome.Violations.Count == 0 && seed < most);

            isComplete &= outcome.Violations.Count > 0;
            Console.WriteLine(outcome.Violations.Count > 0
                ? $"{name}: found by seed {seed}: {outcome.Violations[0].ReplaceLineEndings(" ")}"
                : $"{name}: NOT found by {most} seeds");
        }

        return isComplete ? 0 : 1;
    }

    private static void Print(Outcome outcome)
    {
        Console.WriteLine($"seed {outcome.Seed} (--lives {outcome.Lives}), trace {outcome.TraceHash:x16}: {outcome.Violations.Count} violations");
        foreach (string violation in outcome.Violations.Take(20))
        {
            Console.WriteLine($"  - {(outcome.TraceHash == 0 ? violation : violation.ReplaceLineEndings(" "))}");
        }
    }

    private static ulong? Number(string[] args, string name) =>
        Array.IndexOf(args, name) is >= 0 and int index && index + 1 < args.Length && ulong.TryParse(args[index + 1], CultureInfo.InvariantCulture, out ulong number)
            ? number
            : null;
}
