using ComplaintFlow.Functions.Storage;

namespace ComplaintFlow.Functions.Attachments;

/// <summary>
/// The files joined to complaints, addressed by the complaint's reference and the attachment's id, both 1 to 64 letters,
/// digits and dashes (<see cref="ArgumentException"/> otherwise: nothing of a file's name ever becomes a path).
/// </summary>
public interface IAttachmentStore
{
    /// <summary>Opens or creates the store; called once at start, before anything else.</summary>
    /// <exception cref="StoreUnavailableException">It cannot be reached or written.</exception>
    public ValueTask OpenStoreAsync(CancellationToken cancellationToken = default);

    /// <summary>
    /// Keeps the content. Saving again replaces it as a whole, so a repeated delivery is harmless; a reader sees the old
    /// content or the new, never a part.
    /// </summary>
    /// <exception cref="StoreUnavailableException">It could not be written.</exception>
    public ValueTask SaveAsync(
        string reference, string id, ReadOnlyMemory<byte> content, CancellationToken cancellationToken = default);

    /// <summary>The content from its first byte, to be disposed by the caller; null when there is none.</summary>
    /// <exception cref="StoreUnavailableException">It could not be read.</exception>
    public ValueTask<Stream?> OpenAsync(string reference, string id, CancellationToken cancellationToken = default);

    /// <summary>Removes the content; harmless when there is none.</summary>
    /// <exception cref="StoreUnavailableException">It could not be removed.</exception>
    public ValueTask DeleteAsync(string reference, string id, CancellationToken cancellationToken = default);
}
