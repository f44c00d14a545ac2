using ComplaintFlow.LocalHost.Clock;
using ComplaintFlow.LocalHost.Hosting;
using Microsoft.Extensions.Logging;

namespace ComplaintFlow.LocalHost.Engine;

/// <summary>
/// Durable timers lie in the file, by due instant; in memory there is one timer, for the first of them. On the real
/// clock it sleeps a minute at most, so that a clock that is set is noticed.
/// </summary>
internal sealed partial class DueTimers : IDisposable
{
    private const int Batch = 500;
    private static readonly TimeSpan LongestSleep = TimeSpan.FromMinutes(1);
    private readonly Lock _lock = new();
    private readonly EngineWriter _writer;
    private readonly ReadyInstances _ready;
    private readonly Underway _underway;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly ITimer _timer;
    private readonly CancellationTokenSource _stop = new();
    private bool _isFiring;
    private bool _isStopped;

    public DueTimers(EngineWriter writer, ReadyInstances ready, Underway underway, TimeProvider time, ILogger logger)
    {
        (_writer, _ready, _underway, _time, _logger) = (writer, ready, underway, time, logger);
        _timer = time is VirtualClock clock
            ? clock.CreateDurable(_ => Fire())
            : time.CreateTimer(_ => Fire(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>The first due instant in the file, in ticks.</summary>
    public static long? First(SqliteSession session) => (long?)session.Scalar("SELECT MIN(due) FROM timers");

    /// <summary>The first due instant has changed; null when there is none.</summary>
    public void Set(long? due)
    {
        lock (_lock)
        {
            if (_isStopped || _isFiring)
            {
                // The firing that is under way looks at the file again before it ends.
                return;
            }

            if (due is not { } ticks)
            {
                _timer.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
                return;
            }

            TimeSpan wait = TimeSpan.FromTicks(ticks - _time.GetUtcNow().UtcTicks);
            if (wait > TimeSpan.Zero)
            {
                // Rounded up to the millisecond: timers count in those, and must not be early.
                TimeSpan whole = TimeSpan.FromMilliseconds(Math.Ceiling(wait.TotalMilliseconds));
                _timer.Change(_time is VirtualClock ? wait : whole > LongestSleep ? LongestSleep : whole, Timeout.InfiniteTimeSpan);
                return;
            }
        }

        Fire();
    }

    public void Dispose()
    {
        lock (_lock)
        {
            if (_isStopped)
            {
                return;
            }

            _isStopped = true;
        }

        _stop.Cancel();
        _stop.Dispose();
        _timer.Dispose();
    }

    private void Fire()
    {
        CancellationToken stop;
        lock (_lock)
        {
            if (_isStopped || _isFiring)
            {
                return;
            }

            _isFiring = true;
            stop = _stop.Token;
        }

        Underway.Lease lease = _underway.Enter();
        _ = OwnWork.StartAsync(() => FireAsync(lease, stop));
    }

    private async Task FireAsync(Underway.Lease lease, CancellationToken stop)
    {
        using (lease)
        {
            // A virtual clock stands still meanwhile: what is due now fires now, however long the file does not answer.
            while (!await TryFireAsync() && !stop.IsCancellationRequested)
            {
                await Task.Delay(EngineCondition.Pause, TimeProvider.System, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task<bool> TryFireAsync()
    {
        try
        {
            // In the change itself, so that no turn can set a timer between the last look and the next sleep.
            await _writer.WriteAsync(FireDue, fired =>
            {
                fired.Ready.ForEach(_ready.Add);
                lock (_lock)
                {
                    _isFiring = false;
                }

                Set(fired.Next);
            });
            return true;
        }
        catch (Exception exception)
        {
            if (exception is not EngineUnavailableException)
            {
                LogFailed(_logger, exception);
            }

            return false;
        }
    }

    private (List<string> Ready, long? Next) FireDue(SqliteSession session)
    {
        // Only damage leaves a timer without its instance; it goes all the same, or it would be due for ever.
        List<(long Number, string? Id, int Task, long Execution)> due = session.Rows(
            """
            SELECT timers.instance, instances.id, timers.task, timers.execution FROM timers LEFT JOIN instances ON instances.number = timers.instance
            WHERE timers.due <= $1 ORDER BY timers.due LIMIT $2
            """,
            row => (row.GetInt64(0), row.Text(1), row.GetInt32(2), row.GetInt64(3)),
            _time.GetUtcNow().UtcTicks,
            Batch);
        foreach ((long number, string? id, int task, long execution) in due)
        {
            session.Run("DELETE FROM timers WHERE instance = $1 AND task = $2", number, task);
            if (id is null)
            {
                continue;
            }

            if (task < 0)
            {
                session.Run("UPDATE instances SET ready = 1 WHERE number = $1 AND execution = $2", number, execution);
            }
            else
            {
                Instances.Answer(session, id, execution, new HistoryEvent(HistoryKind.Fired, task));
            }
        }

        return ([.. due.Select(timer => timer.Id).OfType<string>()], First(session));
    }

    [LoggerMessage(201, LogLevel.Error, "Due timers could not be fired; they are tried again.")]
    private static partial void LogFailed(ILogger logger, Exception exception);
}
