using System.Net.Sockets;
using ComplaintFlow.LocalHost.Engine;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace ComplaintFlow.LocalHost.Hosting;

/// <summary>The running application.</summary>
internal sealed class LocalApplication(WebApplication web) : IHost, IAsyncDisposable
{
    // Errors of the system: ENOSPC and EROFS.
    private const int NoSpace = 28;
    private const int ReadOnlyFileSystem = 30;

    public IServiceProvider Services => web.Services;

    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">Settings or functions are wrong.</exception>
    /// <exception cref="IOException">
    /// The port is taken, the data directory cannot be used, or the engine's file is damaged; one line says so.
    /// </exception>
    public async Task StartAsync(CancellationToken cancellationToken = default)
    {
        try
        {
            await ((IHost)web).StartAsync(cancellationToken);
        }
        catch (Exception exception) when (Explain(exception) is { } reason)
        {
            throw new IOException(reason, exception);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken = default) => ((IHost)web).StopAsync(cancellationToken);

    public void Dispose() => ((IHost)web).Dispose();

    public ValueTask DisposeAsync() => web.DisposeAsync();

    private string? Explain(Exception exception)
    {
        LocalHostOptions options = Services.GetRequiredService<LocalHostOptions>();
        return exception switch
        {
            IOException when Causes(exception).Any(cause => cause is AddressInUseException) =>
                $"Le port {options.Port} de {options.Address} est déjà pris ; choisissez-en un autre par le réglage LocalHost__Port.",
            SocketException =>
                $"Impossible d'écouter sur {options.Address}, port {options.Port} ({exception.Message}) ; voyez LocalHost__Address et LocalHost__Port.",
            InvalidDataException or EngineUnavailableException => exception.Message,
            IOException { HResult: NoSpace or ReadOnlyFileSystem } =>
                $"Le dossier {options.DataDirectory} ne peut être écrit : vérifiez le disque, sa place libre et les droits ({exception.Message})",
            UnauthorizedAccessException => $"Le dossier {options.DataDirectory} n'est pas accessible ({exception.Message})",
            _ => null,
        };
    }

    private static IEnumerable<Exception> Causes(Exception exception) => exception switch
    {
        AggregateException several => several.InnerExceptions.SelectMany(Causes),
        { InnerException: { } inner } => Causes(inner).Prepend(exception),
        _ => [exception],
    };
}
