using ComplaintFlow.LocalHost.Clock;
using ComplaintFlow.LocalHost.Hosting;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NCrontab;

namespace ComplaintFlow.LocalHost.Timers;

/// <summary>
/// Runs a timer-triggered function at the occurrences of its schedule, in UTC, one run at a time: occurrences during a
/// run are passed over. What it throws is logged.
/// </summary>
internal sealed partial class FunctionTimer(
    Function function, CrontabSchedule schedule, FunctionPipeline pipeline, IServiceScopeFactory scopes, Underway underway, TimeProvider time, ILogger logger)
    : IAsyncDisposable
{
    private static readonly TimeSpan LargestCorrection = TimeSpan.FromMinutes(10);

    /// <summary>So that a clock that is set is noticed; a virtual one never is.</summary>
    private readonly TimeSpan _longestSleep = time is VirtualClock ? TimeSpan.FromDays(1) : TimeSpan.FromMinutes(1);
    private readonly CancellationTokenSource _stopping = new();
    private readonly Lock _lock = new();
    private ITimer? _timer;
    private Task _run = Task.CompletedTask;
    private DateTime _last;
    private DateTime _next;

    /// <summary>Waits for the next occurrence; with <paramref name="atOnce"/> the function also runs now.</summary>
    public void Start(bool atOnce)
    {
        _last = Now;
        if (atOnce)
        {
            Run();
        }

        Await();
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        lock (_lock)
        {
            _timer?.Dispose();
        }

        await Task.WhenAny(_run, Task.Delay(TimeSpan.FromSeconds(2), TimeProvider.System));
        _stopping.Dispose();
    }

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    private void Await()
    {
        lock (_lock)
        {
            if (_stopping.IsCancellationRequested)
            {
                return;
            }

            _next = schedule.GetNextOccurrence(After());
            _timer ??= time.CreateTimer(_ => Wake(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            Sleep(_timer, _next - Now);
        }
    }

    /// <summary>A small correction of the clock does not bring the last occurrence a second time.</summary>
    private DateTime After() => Now < _last && _last - Now <= LargestCorrection ? _last : Now;

    private void Sleep(ITimer timer, TimeSpan wait)
    {
        TimeSpan whole = TimeSpan.FromMilliseconds(Math.Ceiling(wait.TotalMilliseconds));
        timer.Change(whole > _longestSleep ? _longestSleep : whole, Timeout.InfiniteTimeSpan);
    }

    private void Wake()
    {
        lock (_lock)
        {
            if (Now < _next)
            {
                // Looked for again, since the clock may have been set back: what comes every minute must not wait for the old time.
                _next = schedule.GetNextOccurrence(After());
                Sleep(_timer!, _next - Now);
                return;
            }
        }

        if (_run.IsCompleted)
        {
            Run();
        }

        Await();
    }

    private void Run()
    {
        Underway.Lease lease = underway.Enter();
        TimerInfo info = new()
        {
            ScheduleStatus = new ScheduleStatus { Last = _last, Next = schedule.GetNextOccurrence(Now), LastUpdated = Now },
        };
        _last = Now;
        _run = OwnWork.StartAsync(() => RunAsync(info, lease));
    }

    private async Task RunAsync(TimerInfo info, Underway.Lease lease)
    {
        using (lease)
        {
            underway.Work(lease);
            try
            {
                await using AsyncServiceScope scope = scopes.CreateAsyncScope();
                await pipeline.RunAsync(new Invocation(function, scope.ServiceProvider, _stopping.Token) { Trigger = info });
            }
            catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
            {
                // The host stops: the next occurrence comes after its next start.
            }
            catch (Exception exception)
            {
                LogFailed(logger, function.Name, exception);
            }
        }
    }

    [LoggerMessage(401, LogLevel.Error, "Timer function {Function} failed.")]
    private static partial void LogFailed(ILogger logger, string function, Exception exception);
}
