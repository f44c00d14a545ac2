using System.Security.Cryptography;

namespace ComplaintFlow.Functions.Attachments;

/// <summary>Reads attachments and shows nothing that is not what was kept.</summary>
public static class VerifiedContent
{
    /// <summary>The whole content; null when there is none.</summary>
    /// <param name="store">Where it lies.</param>
    /// <param name="reference">The owner's reference.</param>
    /// <param name="id">The attachment.</param>
    /// <param name="sha256">The hash written down when it was kept, lower-case hexadecimal.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="InvalidDataException">The store gives other bytes than were kept.</exception>
    public static async ValueTask<byte[]?> ReadAsync(
        this IAttachmentStore store, string reference, string id, string sha256, CancellationToken cancellationToken)
    {
        await using Stream? content = await store.OpenAsync(reference, id, cancellationToken);
        if (content is null)
        {
            return null;
        }

        byte[] bytes = await RawBytes.ReadAsync(content, content.CanSeek ? content.Length : null, cancellationToken);
        return Convert.ToHexStringLower(SHA256.HashData(bytes)) == sha256
            ? bytes
            : throw new InvalidDataException($"Attachment {reference}/{id} is not what was kept: its hash differs.");
    }
}
