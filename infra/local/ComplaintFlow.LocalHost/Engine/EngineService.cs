using Microsoft.Extensions.Hosting;

namespace ComplaintFlow.LocalHost.Engine;

/// <summary>Opens the engine before anything else of the application starts, and sets it going when all has started.</summary>
internal sealed class EngineService(OrchestrationEngine engine) : IHostedLifecycleService
{
    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        engine.Open();
        return Task.CompletedTask;
    }

    public Task StartedAsync(CancellationToken cancellationToken) => engine.GoOnAsync();

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => engine.StopAsync(cancellationToken);

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
