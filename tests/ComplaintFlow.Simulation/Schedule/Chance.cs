namespace ComplaintFlow.Simulation.Schedule;

/// <summary>Chance that repeats itself: SplitMix64 from a seed. For the choices of a simulation only, never for secrets.</summary>
public sealed class Chance(ulong seed)
{
    private ulong _state = seed;

    public ulong Next()
    {
        ulong z = _state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    /// <summary>0 (inclusive) to <paramref name="bound"/> (exclusive).</summary>
    public int Below(int bound) => (int)(((UInt128)Next() * (ulong)bound) >> 64);

    /// <summary>Both ends inclusive.</summary>
    public int Between(int least, int most) => least + Below(most - least + 1);

    /// <summary>True so many times in 1.</summary>
    public bool Happens(double probability) => probability > 0 && (Next() >> 11) * (1.0 / (1UL << 53)) < probability;

    public T Of<T>(params ReadOnlySpan<T> items) => items[Below(items.Length)];

    /// <summary>Both ends inclusive, to the second.</summary>
    public TimeSpan Span(TimeSpan least, TimeSpan most) => least + TimeSpan.FromSeconds((most - least).TotalSeconds * Below(1 << 20) / (1 << 20));

    /// <summary>Chance of its own, so that draws here do not move those there.</summary>
    public Chance Fork() => new(Next());
}
