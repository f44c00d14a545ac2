using Azure;
using ComplaintFlow.Functions.Complaints;
using ComplaintFlow.Functions.Intake.Email;
using ComplaintFlow.Functions.Storage;
using ComplaintFlow.Functions.Telemetry;
using MailKit;
using MailKit.Net.Imap;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace ComplaintFlow.Functions.Intake.Mailboxes;

/// <summary>
/// Reads a mailbox once: the oldest messages first, one in memory at a time, each taken in and only then moved out of the
/// way. Whatever is cut off in between is read again and ends in the same place once, because <see cref="EmailIntake"/> knows it.
/// </summary>
public sealed partial class MailboxReading(
    MailboxTokens tokens, MailboxTroubles troubles, MailboxLimits limits, EmailIntake intake, FirmRules firm, ILogger<MailboxReading> logger)
{
    /// <summary>Servers that have lost the date say 1970.</summary>
    private const int FirstYear = 2000;

    /// <exception cref="Exception">Why it could not be read, or not to the end; <see cref="MailboxFaults"/> says it.</exception>
    public async Task RunAsync(Mailbox mailbox, DurableTaskClient client, CancellationToken cancellationToken)
    {
        using CancellationTokenSource round = new(limits.Opening + limits.Round);
        using CancellationTokenSource limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(limits.Opening);
        await using MailboxConnection connection = await MailboxConnection.OpenAsync(mailbox, tokens, limit.Token);
        IReadOnlyList<UniqueId> all = await connection.FindAsync(limit.Token);
        IReadOnlyDictionary<UniqueId, MailboxTrouble> known = await troubles.ReadAsync(mailbox.Name, connection.Validity, all, cancellationToken);
        UniqueId[] batch =
        [
            .. all.Where(message => !known.ContainsKey(message)).Take(limits.Batch - Math.Min(known.Count, limits.Troubled)),
            .. all.Where(known.ContainsKey).Take(limits.Troubled),
        ];
        if (batch.Length == 0)
        {
            return;
        }

        IReadOnlyDictionary<UniqueId, IMessageSummary> looked = await connection.LookAsync(batch, limit.Token);
        round.CancelAfter(limits.Round);
        Turn turn = new(mailbox, client, connection, limit.Token, cancellationToken);
        foreach (UniqueId message in batch.Where(looked.ContainsKey).TakeWhile(_ => !round.IsCancellationRequested))
        {
            limit.CancelAfter(limits.OneMessage);
            await TakeAsync(turn, looked[message], known.GetValueOrDefault(message) ?? new MailboxTrouble(0));
        }

        if (turn.Stuck.Count > 0)
        {
            // Unless somebody else has dealt with them.
            IReadOnlyList<UniqueId> left = await connection.FindAsync(limit.Token);
            turn.Stuck.IntersectWith(left);
        }

        if (turn.Stuck.Count > 0)
        {
            throw new StuckMessagesException { Count = turn.Stuck.Count };
        }
    }

    private async Task TakeAsync(Turn turn, IMessageSummary message, MailboxTrouble before)
    {
        MailboxTrouble now = before with { Tries = before.Tries + 1 };
        try
        {
            byte[]? raw = null;
            bool isAgain = before.IsTaken;
            if (!before.IsTaken)
            {
                MailboxDownload download = await MailboxDownload.OfAsync(turn.Mailbox, turn.Connection, message, before.Tries, limits, turn.Limit);
                if (await HandInAsync(turn, download, ReceivedAt(message), isLast: now.Tries >= limits.Tries) is not { } outcome)
                {
                    await NoteAsync(turn, message, now, isStuck: now.Tries >= limits.Tries);
                    return;
                }

                raw = download.Parking is null ? download.Raw : null;
                isAgain = outcome.Outcome == MailFiling.Duplicate;
                now = new MailboxTrouble(1, IsTaken: true, NeedsAPerson(outcome));
            }

            await turn.Connection.MoveAsync(message, now.ToCheck, isAgain, raw, turn.Limit);
        }
        catch (Exception refusal) when (refusal is ImapCommandException or FolderNotFoundException or MessageNotFoundException)
        {
            // The server would not give or move this one, or somebody else was quicker, which the next reading will show.
            LogFailed(logger, message.UniqueId.Id, turn.Mailbox.Name, ScrubbedException.Of(refusal));
            await NoteAsync(turn, message, now, isStuck: now.IsTaken);
        }
        catch (Exception exception) when (!IsOutage(exception) && !turn.Ended.IsCancellationRequested)
        {
            // The connection broke, or the time was over, at this message: the next reading begins with another.
            await NoteAsync(turn, message, now, isStuck: false);
            throw;
        }
    }

    /// <summary>What became of it; null when it could not be processed. The last time it is parked instead.</summary>
    private async Task<MailOutcome?> HandInAsync(Turn turn, MailboxDownload download, DateTimeOffset receivedAt, bool isLast)
    {
        Parking? parking = download.Parking;
        bool isWhole = parking is null;
        try
        {
            return parking is null
                ? await intake.TakeAsync(turn.Client, download.Raw, receivedAt, null, turn.Limit)
                : await intake.ParkAsync(turn.Client, download.Raw, receivedAt, parking, NoteOf(turn.Mailbox), turn.Limit);
        }
        catch (Exception broken) when (broken is IOException or UnauthorizedAccessException)
        {
            throw new StoreUnavailableException(broken.Message, broken);
        }
        catch (Exception exception) when (IsOfTheMessage(exception))
        {
            LogUnprocessed(logger, turn.Mailbox.Name, ScrubbedException.Of(exception));
            parking = new Parking(ParkingReason.Unreadable, exception.GetType().Name);
        }

        try
        {
            return isLast && isWhole ? await intake.ParkAsync(turn.Client, download.Raw, receivedAt, parking, null, turn.Limit) : null;
        }
        catch (Exception exception) when (IsOfTheMessage(exception))
        {
            LogUnprocessed(logger, turn.Mailbox.Name, ScrubbedException.Of(exception));
            return null;
        }
    }

    private async Task NoteAsync(Turn turn, IMessageSummary message, MailboxTrouble trouble, bool isStuck)
    {
        if (isStuck)
        {
            turn.Stuck.Add(message.UniqueId);
        }

        await troubles.NoteAsync(turn.Mailbox.Name, turn.Connection.Validity, message.UniqueId, trouble, turn.Ended);
    }

    /// <summary>When the server got it, never after now: its clock may be ahead of ours, and a virtual one knows nothing of it.</summary>
    private DateTimeOffset ReceivedAt(IMessageSummary message)
    {
        DateTimeOffset now = firm.Now;
        return message.InternalDate is { Year: >= FirstYear } at && at <= now ? at : now;
    }

    private static string NoteOf(Mailbox mailbox) =>
        $"Seul le début du message est repris ici. Il est entier dans le dossier « {mailbox.CheckFolder} » de la boîte « {mailbox.Name} » ({mailbox.User}).";

    /// <summary>Whether it goes to the folder of those that a person should look at: the program could not read it.</summary>
    private static bool NeedsAPerson(MailOutcome outcome) =>
        outcome is { Outcome: MailFiling.Parked or MailFiling.Duplicate, Reason: { } reason }
        && new[] { ParkingReason.Unreadable, ParkingReason.TooLarge }.Any(each => reason.StartsWith(Domain.Complaints.WireName.Of(each), StringComparison.Ordinal));

    /// <summary>A store that does not answer, or a full disk, is no fault of a message.</summary>
    private static bool IsOfTheMessage(Exception exception) =>
        !IsOutage(exception) && exception is not (OperationCanceledException or IOException or TimeoutException or UnauthorizedAccessException or OutOfMemoryException);

    private static bool IsOutage(Exception exception) => exception is StoreUnavailableException or RequestFailedException;

    /// <summary>A reading under way.</summary>
    /// <param name="Limit">Ends with the time of the message, too.</param>
    /// <param name="Ended">Ends with the program.</param>
    private sealed record Turn(Mailbox Mailbox, DurableTaskClient Client, MailboxConnection Connection, CancellationToken Limit, CancellationToken Ended)
    {
        public HashSet<UniqueId> Stuck { get; } = [];
    }

    [LoggerMessage(EventIds.MailboxMessageNotGiven, LogLevel.Warning, "The server did not give or move message {Message} of the mailbox {Mailbox}; it is tried again")]
    private static partial void LogFailed(ILogger logger, uint message, string mailbox, Exception exception);

    [LoggerMessage(EventIds.MailboxMessageFailed, LogLevel.Error, "A message of the mailbox {Mailbox} could not be processed")]
    private static partial void LogUnprocessed(ILogger logger, string mailbox, Exception exception);
}
