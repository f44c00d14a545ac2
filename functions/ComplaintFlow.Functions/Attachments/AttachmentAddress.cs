namespace ComplaintFlow.Functions.Attachments;

/// <summary>Where an attachment lies; both parts as <see cref="IAttachmentStore"/> allows them.</summary>
/// <param name="Reference">The complaint, or whatever else the file belongs to.</param>
/// <param name="Id">Unique among those of the reference.</param>
public sealed record AttachmentAddress(string Reference, string Id)
{
    /// <summary>Reads <c>reference/id</c>; null for anything else, such as a file under a passing name.</summary>
    public static AttachmentAddress? TryParse(string text)
    {
        string[] parts = text.Split('/');
        return parts is [var reference, var id] && AttachmentName.IsAllowed(reference) && AttachmentName.IsAllowed(id)
            ? new AttachmentAddress(reference, id)
            : null;
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Reference}/{Id}";
}
