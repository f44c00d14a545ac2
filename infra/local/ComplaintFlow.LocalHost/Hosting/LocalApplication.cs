using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace ComplaintFlow.LocalHost.Hosting;

/// <summary>The running application.</summary>
internal sealed class LocalApplication(WebApplication web) : IHost, IAsyncDisposable
{
    public IServiceProvider Services => web.Services;

    /// <exception cref="IOException">The port is taken, or the data directory in use; one line says so.</exception>
    public async Task StartAsync(CancellationToken cancellationToken = default)
    {
        try
        {
            await ((IHost)web).StartAsync(cancellationToken);
        }
        catch (IOException exception) when (exception.InnerException is AddressInUseException)
        {
            LocalHostOptions options = Services.GetRequiredService<LocalHostOptions>();
            throw new IOException(
                $"Le port {options.Port} de {options.Address} est déjà pris ; choisissez-en un autre par le réglage LocalHost__Port.", exception);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken = default) => ((IHost)web).StopAsync(cancellationToken);

    public void Dispose() => ((IHost)web).Dispose();

    public ValueTask DisposeAsync() => web.DisposeAsync();
}
