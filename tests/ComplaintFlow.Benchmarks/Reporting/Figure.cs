namespace ComplaintFlow.Benchmarks.Reporting;

/// <summary>A figure of several runs.</summary>
/// <param name="Name">What was measured.</param>
/// <param name="Unit">In what.</param>
/// <param name="Runs">One value a run.</param>
/// <param name="Target">What it must reach; null when it only explains another.</param>
public sealed record Figure(string Name, string Unit, IReadOnlyList<double> Runs, Target? Target = null)
{
    /// <summary>What bounds it, and how far from the bound it is.</summary>
    public string Bound { get; init; } = string.Empty;

    public double Middle => Median(Runs);

    public double Least => Runs.Min();

    public double Most => Runs.Max();

    /// <summary>Whether the median reaches the target; null without one.</summary>
    public bool? IsReached => Target?.IsReachedBy(Middle);

    public static double Median(IEnumerable<double> values) => Percentile([.. values], 0.5);

    /// <summary>The value below which the share of all lies, 0 to 1.</summary>
    public static double Percentile(IReadOnlyCollection<double> values, double share) =>
        values.Order().ElementAt((int)Math.Min(values.Count - 1, Math.Floor(values.Count * share)));
}
