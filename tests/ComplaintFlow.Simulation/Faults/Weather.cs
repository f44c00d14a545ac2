using ComplaintFlow.Simulation.Schedule;

namespace ComplaintFlow.Simulation.Faults;

/// <summary>How often things go wrong in one run, each a probability per occasion. Calm runs are as needed as stormy ones.</summary>
public sealed record Weather
{
    public double StoreFails { get; init; }

    /// <summary>The store has written, and its answer is lost.</summary>
    public double StoreForgets { get; init; }

    public double StoreIsSlow { get; init; }

    public double MailFails { get; init; }

    /// <summary>The mail was taken, and the answer is lost.</summary>
    public double MailForgets { get; init; }

    public double ActivityFails { get; init; }

    /// <summary>The activity has run, and its result is lost.</summary>
    public double ActivityForgets { get; init; }

    public double ActivityRunsTwice { get; init; }

    public double NudgeFails { get; init; }

    public double NudgeIsLost { get; init; }

    public double NudgeComesTwice { get; init; }

    /// <summary>A crash at one of the places where one hurts most.</summary>
    public double Crashes { get; init; }

    /// <summary>A crash between any two steps comes after so many of them on average; null for none.</summary>
    public int? StepsBetweenCrashes { get; init; }

    /// <summary>The engine's file is lost with a crash: all that it knew is made again from the store.</summary>
    public double EngineIsLost { get; init; }

    public static Weather Of(Chance chance) => new()
    {
        StoreFails = Rate(chance, 0.01),
        StoreForgets = Rate(chance, 0.01),
        StoreIsSlow = Rate(chance, 0.005),
        MailFails = Rate(chance, 0.1),
        MailForgets = Rate(chance, 0.05),
        ActivityFails = Rate(chance, 0.05),
        ActivityForgets = Rate(chance, 0.05),
        ActivityRunsTwice = Rate(chance, 0.05),
        NudgeFails = Rate(chance, 0.1),
        NudgeIsLost = Rate(chance, 0.2),
        NudgeComesTwice = Rate(chance, 0.2),
        Crashes = Rate(chance, 0.001),
        EngineIsLost = chance.Of(0, 0, 0.2, 0.5),
        StepsBetweenCrashes = chance.Happens(0.5) ? chance.Of(20_000, 60_000, 200_000) : null,
    };

    private static double Rate(Chance chance, double most) => chance.Of(0, 0, most / 10, most / 3, most);
}
