using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ComplaintFlow.Domain.Complaints;
using ComplaintFlow.Functions.Complaints;
using ComplaintFlow.Functions.Intake.Email.Bounces;
using ComplaintFlow.Functions.Storage;

namespace ComplaintFlow.Functions.Mail;

/// <summary>
/// Which mails outside the complaints left, for the time in which one may come back: the row is written before the mail leaves.
/// </summary>
public sealed class DirectMails(ITableStore store, ExpiringRows expiring)
{
    /// <summary>Mail servers give up after five days, and some report late.</summary>
    public const int DaysKept = 30;

    private const string Partition = "direct-mails";

    public Task RememberAsync(SentDirectMail mail, DateOnly today, CancellationToken cancellationToken) => KeepAsync(
        mail.Id.ToString("D"), new() { ["kind"] = WireName.Of(mail.Kind), ["to"] = mail.To }, today.AddDays(DaysKept), cancellationToken);

    /// <summary>The mail of that id; null when it is none of these, or too long ago.</summary>
    public async Task<SentDirectMail?> FindAsync(Guid id, CancellationToken cancellationToken) =>
        await store.FindAsync(Partition, id.ToString("D"), cancellationToken) is { } row && WireName.TryParse(row.Text("kind"), out MailKind kind)
            ? new SentDirectMail(id, kind, row.Text("to"))
            : null;

    /// <summary>The mail that a report is about. What its copy only refers to may be ours without being what failed: then the recipient must fit.</summary>
    public async Task<SentDirectMail?> FindAsync(DeliveryReport report, CancellationToken cancellationToken)
    {
        for (int i = 0; i < report.OriginalMessageIds.Count; i++)
        {
            if (SentMails.EffectOf(report.OriginalMessageIds[i]) is { } id
                && await FindAsync(id, cancellationToken) is { } mail
                && (i == 0 || report.Recipients.Any(recipient => string.Equals(recipient.Address, mail.To, StringComparison.OrdinalIgnoreCase))))
            {
                return mail;
            }
        }

        return null;
    }

    /// <summary>Whether somebody was told that day that an address takes no mail.</summary>
    public async Task<bool> IsToldAsync(string address, DateOnly today, CancellationToken cancellationToken) =>
        await store.FindAsync(Partition, ToldRow(address, today), cancellationToken) is not null;

    public Task NoteToldAsync(string address, DateOnly today, CancellationToken cancellationToken) =>
        KeepAsync(ToldRow(address, today), [], today, cancellationToken);

    private async Task KeepAsync(string row, Dictionary<string, object> properties, DateOnly lastDay, CancellationToken cancellationToken)
    {
        await expiring.NameAsync(Partition, row, lastDay, cancellationToken);
        await store.WriteAsync(Partition, [new Put(row, ExpiringRows.Mark(properties, lastDay))], cancellationToken);
    }

    private static string ToldRow(string address, DateOnly day) => string.Create(
        CultureInfo.InvariantCulture,
        $"told-{day:yyyyMMdd}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(address.ToLowerInvariant())).AsSpan(0, 16))}");
}
