using System.Collections.Concurrent;
using ComplaintFlow.Functions.Complaints;
using ComplaintFlow.Functions.Configuration;
using ComplaintFlow.Functions.Telemetry;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace ComplaintFlow.Functions.Intake.Mailboxes;

/// <summary>
/// Reads every mailbox, each for itself: one that cannot be read keeps no other, is tried more and more rarely, and is known
/// (<see cref="MailboxStates"/>). Of several processes one reads it (<see cref="MailboxLeases"/>).
/// </summary>
public sealed partial class MailboxRounds(
    AppSettings settings,
    MailboxReading reading,
    MailboxLimits limits,
    MailboxLeases leases,
    MailboxStates states,
    MailboxAlarm alarm,
    FirmRules firm,
    ILogger<MailboxRounds> logger)
{
    private readonly ConcurrentDictionary<string, bool> _tried = new(StringComparer.Ordinal);

    public Task RunAsync(DurableTaskClient client, CancellationToken cancellationToken) =>
        Task.WhenAll(settings.Mailboxes.Select(mailbox => RunAsync(mailbox, client, cancellationToken)));

    private async Task RunAsync(Mailbox mailbox, DurableTaskClient client, CancellationToken cancellationToken)
    {
        if (await leases.TakeAsync(mailbox.Name, firm.Now, limits.Longest, cancellationToken) is not { } lease)
        {
            return;
        }

        try
        {
            MailboxState? before = await states.FindAsync(mailbox.Name, cancellationToken);

            // Whoever has mended the settings starts the program anew, and should not wait.
            bool isFirst = _tried.TryAdd(mailbox.Name, true);
            MailboxState? after = before is not null && !isFirst && firm.Now < before.NextTry ? before : await ReadAsync(mailbox, before, client, cancellationToken);
            if (after is not null)
            {
                await alarm.TellAsync(mailbox, after, cancellationToken);
            }
        }
        finally
        {
            await leases.ReturnAsync(mailbox.Name, lease);
        }
    }

    private async Task<MailboxState?> ReadAsync(Mailbox mailbox, MailboxState? before, DurableTaskClient client, CancellationToken cancellationToken)
    {
        try
        {
            await reading.RunAsync(mailbox, client, cancellationToken);
            if (before is not null)
            {
                await states.ClearAsync(mailbox.Name, cancellationToken);
                LogMended(logger, mailbox.Name, before.Since);
            }

            return null;
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            string fault = MailboxFaults.Say(mailbox, exception);
            MailboxState after = MailboxState.After(before, fault, firm.Now);

            // Once with everything, then in a line each time; the name in front is the one that alert rules look for.
            LogFault(logger, fault, before is null ? ScrubbedException.Of(exception) : null);
            await states.WriteAsync(mailbox.Name, after, cancellationToken);
            return after;
        }
    }

    [LoggerMessage(EventIds.MailboxFault, LogLevel.Error, Signals.IntakeFailed + ": {Fault}")]
    private static partial void LogFault(ILogger logger, string fault, Exception? exception);

    [LoggerMessage(EventIds.MailboxMended, LogLevel.Information, "The mailbox {Mailbox} can be read again; it could not since {Since}")]
    private static partial void LogMended(ILogger logger, string mailbox, DateTimeOffset since);
}
