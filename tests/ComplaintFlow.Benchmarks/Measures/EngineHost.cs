using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace ComplaintFlow.Benchmarks.Measures;

/// <summary>The functions of this program on the embedded host, on the real clock, as it is set up for everyone.</summary>
internal sealed class EngineHost : IAsyncDisposable
{
    private readonly IHost _host;

    private EngineHost(IHost host) => _host = host;

    public DurableTaskClient Client => _host.Services.GetRequiredService<DurableTaskClient>();

    public static async Task<EngineHost> StartAsync(string directory)
    {
        FunctionsApplicationBuilder builder = FunctionsApplication.CreateBuilder(
        [
            "--LocalHost__Port=0",
            $"--ComplaintFlow__DataDirectory={directory}",
            "--AzureFunctionsJobHost__logging__logLevel__default=Error",
        ]);
        builder.ConfigureFunctionsWebApplication();
        IHost host = builder.Build();
        await QuietStart.StartAsync(host);
        return new EngineHost(host);
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        await ((IAsyncDisposable)_host).DisposeAsync();
    }
}
