using ComplaintFlow.LocalHost.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ComplaintFlow.LocalHost.Timers;

/// <summary>Sets the timer functions going when the host has started.</summary>
internal sealed class TimerService(
    FunctionSchedules schedules, FunctionPipeline pipeline, IServiceScopeFactory scopes, Underway underway, TimeProvider time, ILogger<FunctionTimer> logger)
    : IHostedLifecycleService
{
    private readonly List<FunctionTimer> _timers = [];

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken)
    {
        foreach ((Function function, NCrontab.CrontabSchedule schedule, bool runOnStartup) in schedules.All)
        {
            FunctionTimer timer = new(function, schedule, pipeline, scopes, underway, time, logger);
            _timers.Add(timer);
            timer.Start(runOnStartup);
        }

        return Task.CompletedTask;
    }

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        FunctionTimer[] running = [.. _timers];
        _timers.Clear();
        await Task.WhenAll(running.Select(timer => timer.DisposeAsync().AsTask()));
    }

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
