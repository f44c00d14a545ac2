using ComplaintFlow.Domain.Complaints;
using ComplaintFlow.Functions.Complaints;

namespace ComplaintFlow.Functions.Telemetry;

/// <summary>
/// The mails that wait, as the last sweep found them among what it had to look at anyway. Younger ones than its grace are
/// on their way and do not count.
/// </summary>
public sealed class PendingMails(TimeProvider time)
{
    /// <summary>With several instances one sweeps; what another found before is no longer true, and is not told.</summary>
    private static readonly TimeSpan FreshFor = TimeSpan.FromMinutes(15);
    private volatile Found _last = new(DateTimeOffset.MinValue, 0, null);

    /// <summary>Whether this process has swept of late.</summary>
    public bool IsFresh => _last.At > DateTimeOffset.MinValue && time.GetUtcNow() - _last.At < FreshFor;

    public int Count => _last.Count;

    /// <summary>How long the oldest has waited by now.</summary>
    public TimeSpan OldestAge => _last.Oldest is { } oldest ? time.GetUtcNow() - oldest : TimeSpan.Zero;

    /// <summary>A sweep is over.</summary>
    /// <param name="seen">The complaints it looked at, some perhaps twice.</param>
    /// <param name="now">When it began.</param>
    /// <param name="grace">What is younger does not count.</param>
    public void Replace(IReadOnlyDictionary<Reference, StoredComplaint> seen, DateTimeOffset now, TimeSpan grace)
    {
        DateTimeOffset[] waiting =
        [
            .. seen.Values.SelectMany(complaint => complaint.Effects)
                .Where(effect => effect.Status == EffectStatus.Pending && effect.CreatedAt <= now - grace)
                .Select(effect => effect.CreatedAt),
        ];
        _last = new Found(now, waiting.Length, waiting.Length == 0 ? null : waiting.Min());
    }

    private sealed record Found(DateTimeOffset At, int Count, DateTimeOffset? Oldest);
}
