using System.Globalization;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using ComplaintFlow.Functions.Attachments;
using ComplaintFlow.Functions.Storage;

namespace ComplaintFlow.Functions.Intake.Email;

/// <summary>A mail that has arrived and is not yet dealt with.</summary>
/// <param name="Hash">SHA-256 of its bytes, lower-case hexadecimal.</param>
/// <param name="ReceivedAt">When it came for the first time.</param>
/// <param name="IsNew">Whether it was not waiting before.</param>
public sealed record WaitingRawMail(string Hash, DateTimeOffset ReceivedAt, bool IsNew = false);

/// <summary>
/// The bytes of mails, kept from their arrival until they lie with a complaint or among what is parked, so that no crash in
/// between loses one.
/// </summary>
public sealed class RawMails(ITableStore store, IAttachmentStore files)
{
    private const string Partition = "incoming-mail";

    /// <summary>Keeps a mail; one that waits already keeps the date of its first arrival.</summary>
    public async Task<WaitingRawMail> KeepAsync(ReadOnlyMemory<byte> raw, DateTimeOffset receivedAt, CancellationToken cancellationToken)
    {
        string hash = Convert.ToHexStringLower(SHA256.HashData(raw.Span));
        await files.SaveAsync(Partition, hash, raw, cancellationToken);
        Dictionary<string, object> row = new() { ["at"] = receivedAt.ToString("O", CultureInfo.InvariantCulture) };
        bool isNew = (await store.WriteAsync(Partition, [new Insert(hash, row)], cancellationToken)).Done;
        return await store.FindAsync(Partition, hash, cancellationToken) is { } known ? Read(known) with { IsNew = isNew } : new WaitingRawMail(hash, receivedAt);
    }

    /// <summary>Forgets a mail that is kept elsewhere by now.</summary>
    public async Task ReleaseAsync(WaitingRawMail mail, CancellationToken cancellationToken)
    {
        await store.WriteAsync(Partition, [new Delete(mail.Hash)], cancellationToken);
        await files.DeleteAsync(Partition, mail.Hash, cancellationToken);
    }

    /// <summary>All mails that wait.</summary>
    public async IAsyncEnumerable<WaitingRawMail> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (TableRow row in store.ReadAsync(Partition, cancellationToken: cancellationToken))
        {
            yield return Read(row);
        }
    }

    /// <summary>The bytes of a mail that waits; null when it was released in the meantime.</summary>
    /// <exception cref="InvalidDataException">They are no longer what came.</exception>
    public async Task<byte[]?> OpenAsync(WaitingRawMail mail, CancellationToken cancellationToken) =>
        await files.ReadAsync(Partition, mail.Hash, mail.Hash, cancellationToken);

    private static WaitingRawMail Read(TableRow row) =>
        new(row.Row, DateTimeOffset.ParseExact(row.Text("at"), "O", CultureInfo.InvariantCulture));
}
