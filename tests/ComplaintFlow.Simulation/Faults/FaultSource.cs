using ComplaintFlow.Simulation.Schedule;

namespace ComplaintFlow.Simulation.Faults;

/// <summary>Decides by chance what goes wrong and when. Off, everything still takes its steps, and nothing fails.</summary>
public sealed class FaultSource(Chance chance, Weather weather, Trace trace)
{
    private const int MostSteps = 2;
    private static readonly TimeSpan LongestDelay = TimeSpan.FromMinutes(3);

    public bool IsOn { get; set; }

    public Weather Weather => weather;

    /// <summary>How many faults there were.</summary>
    public int Count { get; private set; }

    /// <summary>How many calls are being slow.</summary>
    public int Sleepers { get; set; }

    /// <summary>The virtual clock of the host that runs, on which what is slow waits.</summary>
    public TimeProvider? Clock { get; set; }

    /// <summary>Ends the host at its next step.</summary>
    public required Action CrashSoon { get; init; }

    /// <summary>A fault that was rolled for is counted and noted.</summary>
    public bool Strikes(double probability, string what)
    {
        if (!IsOn || !chance.Happens(probability))
        {
            return false;
        }

        Count++;
        trace.Note($"fault {what}");
        return true;
    }

    /// <summary>A place where others may come first, where time may pass, and where the host may end.</summary>
    public async Task StepAsync(string where, double slow = 0)
    {
        if (Strikes(weather.Crashes, $"crash at {where}"))
        {
            CrashSoon();
        }

        for (int left = chance.Below(MostSteps); left >= 0; left--)
        {
            await Task.Yield();
        }

        if (Clock is { } clock && Strikes(slow, $"slow {where}"))
        {
            Sleepers++;
            await Task.Delay(chance.Span(TimeSpan.FromSeconds(1), LongestDelay), clock);
            Sleepers--;
        }
    }
}
