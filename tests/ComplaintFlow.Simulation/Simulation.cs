using ComplaintFlow.LocalHost.Engine;
using ComplaintFlow.Simulation.Checks;
using ComplaintFlow.Simulation.Lives;
using ComplaintFlow.Simulation.Schedule;
using ComplaintFlow.Simulation.World;

namespace ComplaintFlow.Simulation;

/// <summary>What came of one seed.</summary>
/// <param name="Seed">The seed: with the same number of lives it gives the very same run.</param>
/// <param name="TraceHash">Of everything that happened.</param>
/// <param name="Violations">What must not have happened; none when all is well.</param>
/// <param name="Lives">How many complaints lived.</param>
/// <param name="Mails">How many mails arrived.</param>
/// <param name="Faults">How many faults there were, crashes apart.</param>
/// <param name="Crashes">How often the machine ended.</param>
/// <param name="Requests">How many acts people tried.</param>
internal sealed record Outcome(ulong Seed, ulong TraceHash, IReadOnlyList<string> Violations, int Lives, int Mails, int Faults, int Crashes, int Requests);

/// <summary>Runs seeds.</summary>
internal static class Simulation
{
    public const int UsualLives = 12;

    /// <param name="seed">Everything follows from it.</param>
    /// <param name="lives">How many complaints.</param>
    /// <param name="bugs">Defects put in on purpose.</param>
    /// <param name="listener">Gets every line of the trace.</param>
    /// <param name="observer">Looks at the engine after each step of time.</param>
    public static Outcome Run(
        ulong seed, int lives = UsualLives, Bugs? bugs = null, Action<string>? listener = null, Action<OrchestrationEngine>? observer = null)
    {
        Outcome? outcome = null;
        Exception? failure = null;

        // A thread of its own: no synchronisation context, nobody else's tasks.
        Thread thread = new(() =>
        {
            try
            {
                outcome = RunHere(seed, lives, bugs ?? Bugs.None, listener, observer);
            }
            catch (Exception exception)
            {
                failure = exception;
            }
        });
        thread.Start();
        thread.Join();
        return outcome ?? new Outcome(seed, 0, [failure!.ToString()], lives, 0, 0, 0, 0);
    }

    private static Outcome RunHere(ulong seed, int count, Bugs bugs, Action<string>? listener, Action<OrchestrationEngine>? observer)
    {
        Trace trace = new() { Listener = listener };
        Chance chance = new(seed);
        Loop loop = new(chance.Fork(), trace);
        SimulatedWorld world = new(loop, chance.Fork(), trace, bugs) { Observer = observer };
        Life[] lives = [.. Enumerable.Range(1, count).Select(number => new Life(world, number, chance.Fork()))];
        loop.Run(async () =>
        {
            try
            {
                await world.RunAsync(lives);
                world.Violations.AddRange(await EndOfRun.FindAsync(world));
            }
            finally
            {
                await world.EndAsync();
            }
        });
        return new Outcome(
            seed, trace.Hash, [.. world.Violations.Distinct()], count, world.Post.Letters.Count, world.Faults.Count, world.Crashes, world.Ledger.Deeds.Count);
    }
}
