using ComplaintFlow.Functions.Mail;
using ComplaintFlow.Functions.Storage;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace ComplaintFlow.Functions.Configuration;

/// <summary>Whether each part works: the store, the engine, the mail.</summary>
public sealed partial class Readiness(ITableStore store, IMailTransport transport, ILogger<Readiness> logger)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private volatile bool _storesAreOpen;

    public void StoresAreOpen() => _storesAreOpen = true;

    /// <summary>The parts with what is wrong with them; null means well.</summary>
    public async Task<IReadOnlyDictionary<string, string?>> CheckAsync(DurableTaskClient client, CancellationToken cancellationToken)
    {
        if (!_storesAreOpen)
        {
            return new Dictionary<string, string?> { ["storage"] = "starting" };
        }

        using CancellationTokenSource timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(Patience);
        return new Dictionary<string, string?>
        {
            ["storage"] = await FaultOf("storage", () => store.CheckAsync(timeout.Token).AsTask()),
            ["engine"] = await FaultOf("engine", () => client.GetInstanceAsync("healthz", timeout.Token)),
            ["mail"] = await FaultOf("mail", () => transport.CheckAsync(timeout.Token)),
        };
    }

    private async Task<string?> FaultOf(string part, Func<Task> check)
    {
        try
        {
            await check();
            return null;
        }
        catch (Exception exception)
        {
            LogFault(logger, part, exception);
            return exception is StoreUnavailableException or InvalidOperationException ? exception.Message : exception.GetType().Name;
        }
    }

    [LoggerMessage(20, LogLevel.Warning, "{Part} does not work")]
    private static partial void LogFault(ILogger logger, string part, Exception exception);
}
