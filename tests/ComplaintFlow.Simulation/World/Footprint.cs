namespace ComplaintFlow.Simulation.World;

/// <summary>What one request has written, itself: the partitions, in order. It goes where the request's flow goes.</summary>
internal sealed class Footprint
{
    private static readonly AsyncLocal<Footprint?> Flow = new();

    public static Footprint? Current
    {
        get => Flow.Value;
        set => Flow.Value = value;
    }

    public List<string> Partitions { get; } = [];

    public void Add(string partition) => Partitions.Add(partition);
}
