namespace ComplaintFlow.Crash.Victim;

/// <summary>What an orchestration lived through, in its order; it is the output, and what a continue-as-new hands on.</summary>
/// <param name="Tokens">The results of its activities, each unique to one execution.</param>
/// <param name="Words">The events it took.</param>
/// <param name="Naps">Its timers.</param>
/// <param name="Turns">The instants of its turns.</param>
/// <param name="Failure">The failure it caught.</param>
public sealed record Report(
    IReadOnlyList<string> Tokens, IReadOnlyList<long> Words, IReadOnlyList<Nap> Naps, IReadOnlyList<DateTime> Turns, string? Failure = null);

/// <summary>A timer that fired.</summary>
/// <param name="Due">When it was due.</param>
/// <param name="Seen">The instant of the turn that saw it, by the orchestration's own clock.</param>
public sealed record Nap(DateTime Due, DateTime Seen);

/// <summary>The input of an activity: what its orchestration knew when it called it.</summary>
/// <param name="Instance">The orchestration.</param>
/// <param name="Count">How many tokens it had.</param>
/// <param name="Last">The last of them.</param>
/// <param name="NotBefore">The due instant of its last timer, in ticks; 0 when none.</param>
public sealed record Step(string Instance, int Count, string? Last, long NotBefore);
