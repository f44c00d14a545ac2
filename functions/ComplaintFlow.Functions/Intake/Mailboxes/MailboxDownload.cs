using System.Globalization;
using System.Text;
using MailKit;

namespace ComplaintFlow.Functions.Intake.Mailboxes;

/// <summary>What could be had of a message.</summary>
/// <param name="Raw">Its bytes, or the first of them.</param>
/// <param name="Parking">Why it goes to a person as it is; null when it is whole.</param>
internal sealed record MailboxDownload(byte[] Raw, Parking? Parking)
{
    private const int Megabyte = 1024 * 1024;

    /// <summary>
    /// Fetches a message whole where that is possible. Its size is asked for beforehand, but some servers only guess it: so
    /// never more than the limit is fetched, whatever they say. One that failed too often is not asked for whole again, and
    /// one whose very beginning breaks the connection not at all.
    /// </summary>
    /// <exception cref="MessageNotFoundException">It has gone in the meantime.</exception>
    public static async Task<MailboxDownload> OfAsync(
        Mailbox mailbox, MailboxConnection connection, IMessageSummary message, int tries, MailboxLimits limits, CancellationToken cancellationToken)
    {
        if (tries >= 2 * limits.Tries)
        {
            return NotAtAll(mailbox, connection, message);
        }

        if (tries < limits.Tries && (message.Size ?? 0) <= limits.Message)
        {
            byte[] all = await MailboxConnection.ReadAsync(connection.Source, message.UniqueId, limits.Message + 1, cancellationToken);
            return all.Length <= limits.Message ? new MailboxDownload(all, null) : new MailboxDownload(all[..limits.Beginning], TooLarge(message.Size ?? (uint)all.Length));
        }

        byte[] beginning = await MailboxConnection.ReadAsync(connection.Source, message.UniqueId, limits.Beginning, cancellationToken);
        return beginning.Length < limits.Beginning ? new MailboxDownload(beginning, null)
            : new MailboxDownload(beginning, message.Size > limits.Message ? TooLarge(message.Size.Value) : new Parking(ParkingReason.Unreadable, "le serveur ne le remet pas entier"));
    }

    private static Parking TooLarge(uint bytes) =>
        new(ParkingReason.TooLarge, string.Create(CultureInfo.InvariantCulture, $"{Math.Max(1, bytes / Megabyte)} Mo"));

    /// <summary>A few words in its place, always the same, so that they are parked once.</summary>
    private static MailboxDownload NotAtAll(Mailbox mailbox, MailboxConnection connection, IMessageSummary message) => new(
        Encoding.UTF8.GetBytes(string.Create(
            CultureInfo.InvariantCulture,
            $"Un message de la boîte « {mailbox.Name} » ne peut pas être lu : son serveur ne le remet pas (UID {message.UniqueId.Id}, UIDVALIDITY {connection.Validity}).")),
        new Parking(ParkingReason.Unreadable, "le serveur ne le remet pas"));
}
