using ComplaintFlow.Functions.Attachments;
using ComplaintFlow.Functions.Complaints;
using ComplaintFlow.Functions.Http;
using ComplaintFlow.Functions.Intake;
using Microsoft.Net.Http.Headers;

namespace ComplaintFlow.Functions.Views;

/// <summary>An attachment as it is given out: always to be saved, never shown by the browser.</summary>
public sealed class AttachmentDownload(IAttachmentStore store)
{
    /// <summary>The file, or null when the complaint has none of that id.</summary>
    public async Task<Reply?> FindAsync(StoredComplaint stored, string id, CancellationToken cancellationToken)
    {
        return stored.Complaint.Attachments.FirstOrDefault(known => known.Id == id) is { } attachment
            ? await OpenAsync(stored.Reference.Value, id, stored.Dossier.FileNames.GetValueOrDefault(id) ?? id, attachment.ContentType, attachment.Sha256, cancellationToken)
            : null;
    }

    /// <summary>The mail of a parked item as it came, before anybody makes a complaint of it; null when it has none.</summary>
    public async Task<Reply?> FindMailAsync(SetAsideItem item, CancellationToken cancellationToken) =>
        item.WholeMail is { } mail ? await OpenAsync(item.Reference, mail.Id, $"{item.Reference}.eml", mail.ContentType, mail.Sha256, cancellationToken) : null;

    private async Task<Reply?> OpenAsync(
        string owner, string id, string fileName, string contentType, string sha256, CancellationToken cancellationToken)
    {
        if (await store.ReadAsync(owner, id, sha256, cancellationToken) is not { } bytes)
        {
            return null;
        }

        ContentDispositionHeaderValue disposition = new("attachment");
        disposition.SetHttpFileName(fileName);
        return Reply.Bytes(TypeOf(contentType), bytes).With(HeaderNames.ContentDisposition, disposition.ToString());
    }

    /// <summary>What a browser could run is given out as plain bytes.</summary>
    private static string TypeOf(string contentType) =>
        contentType.StartsWith("image/", StringComparison.Ordinal) && contentType != "image/svg+xml" || contentType == "application/pdf"
            ? contentType
            : "application/octet-stream";
}
