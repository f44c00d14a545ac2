using System.Globalization;
using ComplaintFlow.Functions.Storage;

namespace ComplaintFlow.Functions.Intake.Mailboxes;

/// <summary>Which mailboxes cannot be read at present; known to every process that shares the store, and after a restart.</summary>
public sealed class MailboxStates(ITableStore store)
{
    private const string Partition = "mailbox-faults";
    private const string DayFormat = "yyyy-MM-dd";

    /// <summary>Null when all is well.</summary>
    public async Task<MailboxState?> FindAsync(string mailbox, CancellationToken cancellationToken) =>
        await store.FindAsync(Partition, mailbox, cancellationToken) is { } row
            ? new MailboxState(
                (int)row.Number("failures"),
                row.Instant("since"),
                row.Instant("nextTry"),
                row.Text("fault"),
                row.TextOrNull("toldOn") is { } day ? DateOnly.ParseExact(day, DayFormat, CultureInfo.InvariantCulture) : null)
            : null;

    public async Task WriteAsync(string mailbox, MailboxState state, CancellationToken cancellationToken)
    {
        Dictionary<string, object> row = new()
        {
            ["failures"] = state.Failures,
            ["since"] = state.Since.ToUniversalTime(),
            ["nextTry"] = state.NextTry.ToUniversalTime(),
            ["fault"] = state.Fault,
        };
        if (state.ToldOn is { } day)
        {
            row["toldOn"] = day.ToString(DayFormat, CultureInfo.InvariantCulture);
        }

        await store.WriteAsync(Partition, [new Put(mailbox, row)], cancellationToken);
    }

    /// <summary>It was read.</summary>
    public async Task ClearAsync(string mailbox, CancellationToken cancellationToken) =>
        await store.WriteAsync(Partition, [new Delete(mailbox)], cancellationToken);
}
