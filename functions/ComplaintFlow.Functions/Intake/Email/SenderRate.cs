using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ComplaintFlow.Functions.Configuration;
using ComplaintFlow.Functions.Storage;

namespace ComplaintFlow.Functions.Intake.Email;

/// <summary>How many mails came from one address within an hour: two programs that answer each other are stopped by it.</summary>
public sealed class SenderRate(ITableStore store, ExpiringRows expiring, AppSettings settings)
{
    private const string Partition = "mail-rate";
    private const int Tries = 5;

    /// <summary>Counts a mail; true when it is one too many. One mail counted twice, after a crash, does no harm.</summary>
    public async Task<bool> IsTooManyAsync(MailParty sender, DateTimeOffset now, CancellationToken cancellationToken)
    {
        string row = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(sender.Key)))[..40];
        for (int attempt = 0; attempt < Tries; attempt++)
        {
            TableRow? known = await store.FindAsync(Partition, row, cancellationToken);
            long hourAgo = now.AddHours(-1).ToUnixTimeSeconds();
            string[] recent = [.. (known?.Text("at") ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(at => long.Parse(at, CultureInfo.InvariantCulture) > hourAgo)];
            if (recent.Length >= settings.MailsPerHour)
            {
                return true;
            }

            DateOnly lastDay = DateOnly.FromDateTime(now.AddHours(1).DateTime);
            if (ExpiringRows.LastDayOf(known) != lastDay)
            {
                await expiring.NameAsync(Partition, row, lastDay, cancellationToken);
            }

            Dictionary<string, object> counted = ExpiringRows.Mark(
                new() { ["at"] = string.Join(' ', [.. recent, now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)]) }, lastDay);
            TableOperation write = known is null ? new Insert(row, counted) : new Replace(row, counted, known.ETag!);
            if ((await store.WriteAsync(Partition, [write], cancellationToken)).Done)
            {
                return false;
            }
        }

        return false;
    }
}
