using ComplaintFlow.LocalHost.Hosting;
using Microsoft.Extensions.Hosting;

namespace ComplaintFlow.LocalHost.Clock;

/// <summary>Marks the data directory with its clock at start, and lets a clock with a speed run.</summary>
internal sealed class ClockService(TimeProvider time, LocalHostOptions options) : IHostedService, IDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private Task _running = Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (time is VirtualClock clock)
        {
            clock.Store();
            if (clock.IsRunning)
            {
                _running = OwnWork.StartAsync(() => clock.RunAsync(_stopping.Token));
            }
        }
        else if (ClockFile.Read(options.DataDirectory) is null)
        {
            new ClockFile(ClockFile.Real, null).Write(options.DataDirectory);
        }

        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stopping.CancelAsync();
        await _running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public void Dispose() => _stopping.Dispose();
}
