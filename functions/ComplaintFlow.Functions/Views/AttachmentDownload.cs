using ComplaintFlow.Domain.Complaints;
using ComplaintFlow.Functions.Attachments;
using ComplaintFlow.Functions.Complaints;
using ComplaintFlow.Functions.Http;
using Microsoft.Net.Http.Headers;

namespace ComplaintFlow.Functions.Views;

/// <summary>An attachment as it is given out: always to be saved, never shown by the browser.</summary>
public sealed class AttachmentDownload(IAttachmentStore store)
{
    /// <summary>The file, or null when the complaint has none of that id.</summary>
    public async Task<Reply?> FindAsync(StoredComplaint stored, string id, CancellationToken cancellationToken)
    {
        if (stored.Complaint.Attachments.FirstOrDefault(known => known.Id == id) is not { } attachment)
        {
            return null;
        }

        await using Stream? content = await store.OpenAsync(stored.Reference.Value, id, cancellationToken);
        if (content is null)
        {
            return null;
        }

        using MemoryStream bytes = new();
        await content.CopyToAsync(bytes, cancellationToken);
        ContentDispositionHeaderValue disposition = new("attachment");
        disposition.SetHttpFileName(stored.Dossier.FileNames.GetValueOrDefault(id) ?? id);
        return Reply.Bytes(TypeOf(attachment), bytes.ToArray()).With(HeaderNames.ContentDisposition, disposition.ToString());
    }

    /// <summary>What a browser could run is given out as plain bytes.</summary>
    private static string TypeOf(AttachmentAdded attachment) =>
        attachment.ContentType.StartsWith("image/", StringComparison.Ordinal) && attachment.ContentType != "image/svg+xml" || attachment.ContentType == "application/pdf"
            ? attachment.ContentType
            : "application/octet-stream";
}
