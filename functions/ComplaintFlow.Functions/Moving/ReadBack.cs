using System.Security.Cryptography;
using ComplaintFlow.Functions.Storage;

namespace ComplaintFlow.Functions.Moving;

/// <summary>Reads a store that was filled from an export, all of it, and compares it with the export: each row, each content, and that there is nothing else.</summary>
internal sealed class ReadBack(ExportFolder folder, ExportManifest manifest, StoreEnd target)
{
    /// <exception cref="DamagedExportException">The store has something else; the message names the line that it should have.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await CompareRowsAsync(cancellationToken);
        await CompareAttachmentsAsync(cancellationToken);
    }

    private async Task CompareRowsAsync(CancellationToken cancellationToken)
    {
        await using IAsyncEnumerator<TableRow> stored =
            new WholeStore(target).ReadAsync(null, null, cancellationToken).GetAsyncEnumerator(cancellationToken);
        foreach (ExportPart part in manifest.Of(ExportPart.Rows))
        {
            await foreach ((TableRow row, long line) in PartLines.ReadAsync(folder, part, RowLine.Read, cancellationToken))
            {
                if (!await stored.MoveNextAsync() || !RowLine.Of(stored.Current).Span.SequenceEqual(RowLine.Of(row).Span))
                {
                    throw PartLines.Damaged(
                        folder, part, line, $"le stockage n'a pas la ligne {row.Partition}/{row.Row}, ou en a une autre. / The store lacks this row, or has another.");
                }
            }
        }

        if (await stored.MoveNextAsync())
        {
            throw new DamagedExportException(
                $"Le stockage a une ligne de trop, {stored.Current.Partition}/{stored.Current.Row}. / The store has a row that the export has not.");
        }
    }

    private async Task CompareAttachmentsAsync(CancellationToken cancellationToken)
    {
        foreach (ExportPart part in manifest.Of(ExportPart.Attachments))
        {
            IAsyncEnumerable<(long Line, bool IsEqual)> compared = PartLines.ReadAsync(folder, part, AttachmentLine.Read, cancellationToken)
                .SelectAheadAsync(async one => (one.Line, await IsStoredAsync(one.Value, cancellationToken)), cancellationToken);
            await foreach ((long line, bool isEqual) in compared)
            {
                if (!isEqual)
                {
                    throw PartLines.Damaged(folder, part, line, "le stockage n'a pas cette pièce jointe. / The store has not this attachment.");
                }
            }
        }

        long stored = await target.FileNames.ListAsync(cancellationToken).LongCountAsync(cancellationToken);
        if (stored != manifest.Attachments)
        {
            throw new DamagedExportException(
                $"Le stockage a {stored} pièces jointes, l'export {manifest.Attachments}. / The store has {stored} attachments, the export {manifest.Attachments}.");
        }
    }

    private async Task<bool> IsStoredAsync(AttachmentLine attachment, CancellationToken cancellationToken)
    {
        await using Stream? content = await target.Files.OpenAsync(attachment.Reference, attachment.Id, cancellationToken);
        return content is not null && Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancellationToken)) == attachment.Sha256;
    }
}
