using System.Diagnostics;

namespace ComplaintFlow.LocalHost.Clock;

/// <summary>
/// Where a virtual clock stands, and what of it is on disk. What is on disk is never earlier than what anyone was told:
/// a running clock stores an instant ahead of itself and does not pass it before the next is stored.
/// </summary>
internal sealed class ClockHand
{
    /// <summary>How far ahead a running clock stores, in real time.</summary>
    private static readonly TimeSpan Ahead = TimeSpan.FromSeconds(3);

    private readonly Lock _lock = new();
    private readonly string? _directory;
    private DateTimeOffset _base;
    private DateTimeOffset? _stored;
    private long _since = Stopwatch.GetTimestamp();

    public ClockHand(DateTimeOffset start, double speed, string? directory)
    {
        _base = start.ToUniversalTime();
        Speed = speed;
        _directory = directory;
    }

    /// <summary>Virtual seconds per real second.</summary>
    public double Speed { get; }

    public DateTimeOffset Now
    {
        get
        {
            lock (_lock)
            {
                return Read();
            }
        }
    }

    /// <summary>Moves forward to an instant, on disk first; stays when it has passed it.</summary>
    public void MoveTo(DateTimeOffset to)
    {
        lock (_lock)
        {
            DateTimeOffset now = Read();
            if (to <= now)
            {
                return;
            }

            Keep(to + Scaled(Ahead));
            _base = to.ToUniversalTime();
            _since = Stopwatch.GetTimestamp();
        }
    }

    /// <summary>Notes the present on disk, and for a running clock a little beyond.</summary>
    public void Store()
    {
        lock (_lock)
        {
            DateTimeOffset now = Read();
            _base = now;
            _since = Stopwatch.GetTimestamp();
            Keep(now + Scaled(Ahead));
        }
    }

    /// <summary>The real time until an instant, at most a second: by then the next instant must be stored.</summary>
    public TimeSpan RealTimeUntil(DateTimeOffset? due)
    {
        TimeSpan second = TimeSpan.FromSeconds(1);
        if (due is not { } instant)
        {
            return second;
        }

        double seconds = Math.Clamp((instant - Now).TotalSeconds / Speed, 0, 1);

        // Rounded up, so that the instant has come when the wait is over.
        return seconds < 1 ? TimeSpan.FromMilliseconds(Math.Ceiling(seconds * 1000)) : second;
    }

    private DateTimeOffset Read()
    {
        if (Speed == 0)
        {
            return _base;
        }

        DateTimeOffset now = _base + Scaled(Stopwatch.GetElapsedTime(_since));
        return now > _stored ? _stored.Value : now;
    }

    private TimeSpan Scaled(TimeSpan real) => TimeSpan.FromTicks((long)(real.Ticks * Speed));

    private void Keep(DateTimeOffset instant)
    {
        if (_directory is not null && (_stored is not { } stored || instant > stored))
        {
            new ClockFile(ClockFile.Virtual, instant).Write(_directory);
            _stored = instant;
        }
    }
}
