using ComplaintFlow.Functions.Intake.Mailboxes;
using ComplaintFlow.Functions.Mail;
using ComplaintFlow.Functions.Storage;
using ComplaintFlow.Functions.Telemetry;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;

namespace ComplaintFlow.Functions.Configuration;

/// <summary>
/// Whether each part works: the store, the engine, the mail, each mailbox that is read. What the host says of its own health, if it does, counts for the engine.
/// </summary>
public sealed partial class Readiness(
    ITableStore store, IMailTransport transport, AppSettings settings, MailboxStates mailboxes, IEnumerable<IHealthCheck> hostChecks, ILogger<Readiness> logger)
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
        Dictionary<string, string?> parts = new()
        {
            ["storage"] = await FaultOf("storage", () => store.CheckAsync(timeout.Token).AsTask()),
            ["engine"] = await FaultOf("engine", () => CheckEngineAsync(client, timeout.Token)),
            ["mail"] = await FaultOf("mail", () => transport.CheckAsync(timeout.Token)),
        };
        foreach (Mailbox mailbox in settings.Mailboxes)
        {
            parts[$"mailbox {mailbox.Name}"] = await FaultOf($"mailbox {mailbox.Name}", () => CheckMailboxAsync(mailbox, timeout.Token));
        }

        return parts;
    }

    /// <summary>What the last readings found: whoever asks does not make the program sign in once more.</summary>
    private async Task CheckMailboxAsync(Mailbox mailbox, CancellationToken cancellationToken)
    {
        if (await mailboxes.FindAsync(mailbox.Name, cancellationToken) is { IsNoticeable: true } state)
        {
            throw new InvalidOperationException(state.Fault);
        }
    }

    private async Task CheckEngineAsync(DurableTaskClient client, CancellationToken cancellationToken)
    {
        foreach (IHealthCheck check in hostChecks)
        {
            HealthCheckResult result = await check.CheckHealthAsync(new HealthCheckContext(), cancellationToken);
            if (result.Status == HealthStatus.Unhealthy)
            {
                throw new InvalidOperationException(result.Description, result.Exception);
            }
        }

        await client.GetInstanceAsync("healthz", cancellationToken);
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
            LogFault(logger, part, ScrubbedException.Of(exception));
            return exception switch
            {
                StoreUnavailableException or InvalidOperationException => exception.Message,
                OperationCanceledException => $"Pas de réponse en {Patience.TotalSeconds} s. / No answer within {Patience.TotalSeconds} s.",
                _ => exception.GetType().Name,
            };
        }
    }

    [LoggerMessage(EventIds.PartBroken, LogLevel.Warning, "{Part} does not work")]
    private static partial void LogFault(ILogger logger, string part, Exception exception);
}
