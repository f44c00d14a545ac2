using System.Globalization;

namespace ComplaintFlow.Benchmarks.Reporting;

/// <summary>What a figure must reach.</summary>
/// <param name="Value">In the unit of the figure.</param>
/// <param name="IsFloor">Whether more is better.</param>
public sealed record Target(double Value, bool IsFloor)
{
    public static Target AtLeast(double value) => new(value, true);

    public static Target AtMost(double value) => new(value, false);

    public bool IsReachedBy(double value) => IsFloor ? value >= Value : value <= Value;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{(IsFloor ? '≥' : '≤')} {Value:#,0.##}");
}
