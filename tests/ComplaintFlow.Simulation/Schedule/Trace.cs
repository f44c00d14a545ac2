namespace ComplaintFlow.Simulation.Schedule;

/// <summary>
/// A hash of everything that happened, in its order: what the scheduler picked, the faults, the requests, the mails. Two
/// runs of a seed that differ anywhere have different hashes.
/// </summary>
public sealed class Trace
{
    private const ulong Prime = 0x100000001B3;
    private ulong _hash = 0xCBF29CE484222325;

    /// <summary>Gets the lines too, when somebody wants to read them.</summary>
    public Action<string>? Listener { get; init; }

    public ulong Hash => _hash;

    public void Note(int number) => _hash = (_hash ^ (uint)number) * Prime;

    public void Note(string line)
    {
        foreach (char c in line)
        {
            _hash = (_hash ^ c) * Prime;
        }

        Listener?.Invoke(line);
    }
}
