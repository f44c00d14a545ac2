using System.Collections.Concurrent;
using System.Diagnostics;
using ComplaintFlow.Functions.Telemetry;

namespace ComplaintFlow.Scenarios.App;

/// <summary>
/// The spans that ended while it is open. Sources are the process's: other programs at work in it are heard, too, so look
/// for those of one complaint.
/// </summary>
public sealed class SpanBook : IDisposable
{
    private readonly ConcurrentQueue<Activity> _spans = new();
    private readonly ActivityListener _listener;

    public SpanBook()
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == SpanNames.Source,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = _spans.Enqueue,
        };
        ActivitySource.AddActivityListener(_listener);
    }

    /// <summary>All of them, whoever's.</summary>
    public IReadOnlyList<Activity> All => [.. _spans];

    /// <summary>Those that carry the reference, and what is in a trace with one of those, in the order of their beginning.</summary>
    public IReadOnlyList<Activity> Of(string reference)
    {
        HashSet<ActivityTraceId> traces = [.. All.Where(span => reference.Equals(span.GetTagItem(Tags.Reference))).Select(span => span.TraceId)];
        return [.. All.Where(span => traces.Contains(span.TraceId)).OrderBy(span => span.StartTimeUtc)];
    }

    public void Dispose() => _listener.Dispose();
}
