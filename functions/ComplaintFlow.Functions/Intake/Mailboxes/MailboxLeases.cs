using ComplaintFlow.Functions.Storage;

namespace ComplaintFlow.Functions.Intake.Mailboxes;

/// <summary>
/// Who reads a mailbox at present, so that two processes do not do the same work, and no server has to move a message twice at
/// once. Nothing depends on it: each mail is taken in once whoever reads. One that was killed holds it to its end, some minutes.
/// </summary>
public sealed class MailboxLeases(ITableStore store)
{
    private const string Partition = "mailbox-leases";

    /// <summary>The lease, to be given back; null while somebody else has it.</summary>
    public async Task<string?> TakeAsync(string mailbox, DateTimeOffset now, TimeSpan length, CancellationToken cancellationToken)
    {
        Dictionary<string, object> row = new() { ["until"] = (now + length).ToUniversalTime() };
        TableRow? held = await store.FindAsync(Partition, mailbox, cancellationToken);
        if (held is not null && held.Instant("until") > now)
        {
            return null;
        }

        WriteOutcome outcome = await store.WriteAsync(
            Partition, [held is null ? new Insert(mailbox, row) : new Replace(mailbox, row, held.ETag!)], cancellationToken);
        return outcome.Done ? outcome.ETags[0] : null;
    }

    /// <summary>Gives it back, also while the program is ending; a lease that ran out and is somebody else's stays theirs.</summary>
    public async Task ReturnAsync(string mailbox, string lease) => await store.WriteAsync(Partition, [new Delete(mailbox, lease)], CancellationToken.None);
}
