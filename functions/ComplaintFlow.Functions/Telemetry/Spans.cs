using System.Diagnostics;

namespace ComplaintFlow.Functions.Telemetry;

/// <summary>Begins spans. Nothing happens, and nothing is allocated, while nobody listens.</summary>
internal static class Spans
{
    private static readonly ActivitySource Source = new(SpanNames.Source);

    /// <summary>Whether anybody listens.</summary>
    public static bool AreHeard => Source.HasListeners();

    /// <summary>What a row keeps of the span under way, in the form of the W3C header <c>traceparent</c>; null when nobody listens.</summary>
    public static string? Here => AreHeard && Activity.Current is { IdFormat: ActivityIdFormat.W3C, Id: { } id } ? id : null;

    /// <summary>A part of what is under way; null when that is nothing, so that no loose ends are told.</summary>
    public static Activity? Part(string name, ActivityKind kind = ActivityKind.Internal) =>
        AreHeard && Activity.Current is not null ? Source.StartActivity(name, kind) : null;

    /// <summary>What somebody outside has begun, or a beginning.</summary>
    /// <param name="parent">The header of whoever asks; null or unreadable: whatever the host has begun, or nothing.</param>
    public static Activity? Begin(string name, ActivityKind kind, string? parent = null) =>
        ActivityContext.TryParse(parent, null, isRemote: true, out ActivityContext caller)
            ? Source.StartActivity(name, kind, caller)
            : Source.StartActivity(name, kind);

    /// <summary>Goes on with the act that left <paramref name="parent"/> in a row; after a sleep, a trace of its own with a link to that.</summary>
    public static Resumed Resume(string name, string? parent, bool slept)
    {
        if (!AreHeard)
        {
            return default;
        }

        // What carries the call (the engine's loop, the host's own trace) is not what brought it about.
        Activity? around = Activity.Current;
        Activity.Current = null;
        bool isKnown = ActivityContext.TryParse(parent, null, isRemote: true, out ActivityContext act);
        return new Resumed(
            isKnown && !slept
                ? Source.StartActivity(name, ActivityKind.Internal, act)
                : Source.StartActivity(name, ActivityKind.Internal, default(ActivityContext), null, isKnown ? [new ActivityLink(act)] : null),
            around);
    }

    /// <summary>Says that it failed: the type of what was thrown, since messages may quote people.</summary>
    public static void Fail(this Activity activity, Exception exception)
    {
        activity.SetTag(Tags.Error, exception.GetType().FullName);
        activity.SetStatus(ActivityStatusCode.Error);
    }

    /// <summary>A span that stands in for what was around it until it ends.</summary>
    internal readonly struct Resumed(Activity? activity, Activity? around) : IDisposable
    {
        public Resumed Tag(string name, object? value)
        {
            activity?.SetTag(name, value);
            return this;
        }

        public void Dispose()
        {
            if (activity is not null)
            {
                activity.Dispose();
                Activity.Current = around;
            }
        }
    }
}
