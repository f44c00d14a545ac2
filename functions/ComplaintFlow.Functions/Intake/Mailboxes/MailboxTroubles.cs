using System.Globalization;
using ComplaintFlow.Functions.Storage;
using MailKit;

namespace ComplaintFlow.Functions.Intake.Mailboxes;

/// <summary>
/// What single messages failed at, so that one neither stops the others nor is tried for ever. Known by mailbox, UIDVALIDITY
/// and UID: numbered anew, they start anew.
/// </summary>
public sealed class MailboxTroubles(ITableStore store)
{
    private const string Partition = "mailbox-troubles";

    /// <summary>The messages of a mailbox that failed; what is about messages that are gone, or were numbered anew, is forgotten.</summary>
    public async Task<IReadOnlyDictionary<UniqueId, MailboxTrouble>> ReadAsync(
        string mailbox, uint validity, IReadOnlyCollection<UniqueId> present, CancellationToken cancellationToken)
    {
        Dictionary<UniqueId, MailboxTrouble> troubles = [];
        Dictionary<string, UniqueId> rows = present.ToDictionary(message => Row(mailbox, validity, message));
        await foreach (TableRow row in store.ReadAsync(Partition, $"{mailbox}.", $"{mailbox}/", cancellationToken))
        {
            if (rows.TryGetValue(row.Row, out UniqueId message))
            {
                troubles[message] = new MailboxTrouble((int)row.Number("tries"), row.Flag("taken"), row.Flag("toCheck"));
            }
            else
            {
                await store.WriteAsync(Partition, [new Delete(row.Row)], cancellationToken);
            }
        }

        return troubles;
    }

    public async Task NoteAsync(string mailbox, uint validity, UniqueId message, MailboxTrouble trouble, CancellationToken cancellationToken)
    {
        Dictionary<string, object> row = new() { ["tries"] = trouble.Tries, ["taken"] = trouble.IsTaken, ["toCheck"] = trouble.ToCheck };
        await store.WriteAsync(Partition, [new Put(Row(mailbox, validity, message), row)], cancellationToken);
    }

    private static string Row(string mailbox, uint validity, UniqueId message) =>
        string.Create(CultureInfo.InvariantCulture, $"{mailbox}.{validity}.{message.Id:D10}");
}

/// <summary>A message that failed.</summary>
/// <param name="Tries">How often it has failed by now.</param>
/// <param name="IsTaken">Whether it was taken in or parked, and only its folder would not have it.</param>
/// <param name="ToCheck">Which folder that was.</param>
public sealed record MailboxTrouble(int Tries, bool IsTaken = false, bool ToCheck = false);
