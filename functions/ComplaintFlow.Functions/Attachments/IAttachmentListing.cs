namespace ComplaintFlow.Functions.Attachments;

/// <summary>The addresses of all attachments: for moving a store as a whole, and for nothing else.</summary>
public interface IAttachmentListing
{
    /// <summary>In the ordinal order of <c>reference/id</c>. One that comes or goes meanwhile may or may not be seen.</summary>
    /// <exception cref="Storage.StoreUnavailableException">It could not be read.</exception>
    public IAsyncEnumerable<AttachmentAddress> ListAsync(CancellationToken cancellationToken = default);
}
