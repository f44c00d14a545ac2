namespace ComplaintFlow.Functions.Telemetry;

/// <summary>The span in which a complaint was last written, kept in its head row so that what follows is told in the same trace.</summary>
/// <param name="Parent">In the form of the header <c>traceparent</c>, 55 characters.</param>
/// <param name="At">When that was.</param>
public sealed record TraceMark(string Parent, DateTimeOffset At)
{
    /// <summary>What an act brings about follows at once; what comes later was woken by its timer or the sweep.</summary>
    private static readonly TimeSpan AtOnce = TimeSpan.FromMinutes(1);

    /// <summary>The span under way; null when nobody listens.</summary>
    public static TraceMark? Of(DateTimeOffset now) => Spans.Here is { } here ? new TraceMark(here, now.ToUniversalTime()) : null;

    /// <summary>Whether what happens <paramref name="now"/> came after a sleep.</summary>
    public static bool Slept(DateTimeOffset at, DateTimeOffset now) => now - at > AtOnce;
}
