using System.Threading.RateLimiting;

namespace ComplaintFlow.Functions.Http;

/// <summary>How often the same client address, or the same recipient of mails, may be behind a post without a key. On real time.</summary>
public sealed class PostLimits(int perMinute) : IDisposable
{
    private readonly PartitionedRateLimiter<string>? _limiter = perMinute == 0 ? null : PartitionedRateLimiter.Create<string, string>(
        subject => RateLimitPartition.GetFixedWindowLimiter(subject, _ => new FixedWindowRateLimiterOptions
        {
            PermitLimit = perMinute,
            Window = TimeSpan.FromMinutes(1),
            QueueLimit = 0,
        }));

    /// <summary>Null when one more post is fine; else how long to wait.</summary>
    public TimeSpan? Count(string kind, string subject)
    {
        if (_limiter is null)
        {
            return null;
        }

        using RateLimitLease lease = _limiter.AttemptAcquire($"{kind}:{subject.ToLowerInvariant()}");
        return lease.IsAcquired ? null
            : lease.TryGetMetadata(MetadataName.RetryAfter, out TimeSpan wait) && wait > TimeSpan.Zero ? wait
            : TimeSpan.FromMinutes(1);
    }

    public void Dispose() => _limiter?.Dispose();
}
