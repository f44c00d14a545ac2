using ComplaintFlow.Functions.Storage;

namespace ComplaintFlow.Functions.Moving;

/// <summary>Checks every file of an export against its manifest, and every line, before anything is written anywhere.</summary>
internal sealed class ExportCheck(ExportFolder folder, ExportManifest manifest)
{
    /// <exception cref="DamagedExportException">Something is not what was exported; the message names the file and the line.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        foreach (ExportPart part in manifest.Parts)
        {
            await PartLines.CheckAsync(folder, part.File, part.Bytes, part.Sha256, cancellationToken);
        }

        foreach ((ExportPart rows, ExportPart partitions) in manifest.Of(ExportPart.Rows).Zip(manifest.Of(ExportPart.Partitions)))
        {
            await CheckRowsAsync(rows, partitions, cancellationToken);
        }

        long bytes = 0;
        foreach (ExportPart part in manifest.Of(ExportPart.Attachments))
        {
            bytes += await CheckAttachmentsAsync(part, cancellationToken);
        }

        if (bytes != manifest.AttachmentBytes)
        {
            throw new DamagedExportException(
                $"« {folder.PathOf(ExportFolder.Manifest)} » : {bytes} octets de pièces jointes au lieu de {manifest.AttachmentBytes}. "
                + "/ The attachments have another size than it says.");
        }
    }

    private async Task CheckRowsAsync(ExportPart part, ExportPart partitions, CancellationToken cancellationToken)
    {
        await using IAsyncEnumerator<(PartitionLine Value, long Line)> counts =
            PartLines.ReadAsync(folder, partitions, PartitionLine.Read, cancellationToken).GetAsyncEnumerator(cancellationToken);
        PartitionLine? current = null;
        long left = 0, lines = 0;
        await foreach ((TableRow row, long line) in PartLines.ReadAsync(folder, part, ReadSoundRow, cancellationToken))
        {
            if (left == 0)
            {
                current = await counts.MoveNextAsync() ? counts.Current.Value : null;
                left = current?.Rows ?? 0;
            }

            if (current?.Partition != row.Partition)
            {
                throw PartLines.Damaged(folder, part, line, $"« {partitions.File} » ne compte pas ainsi. / It counts otherwise.");
            }

            (left, lines) = (left - 1, line);
        }

        if (left != 0 || lines != part.Lines || await counts.MoveNextAsync())
        {
            throw PartLines.Damaged(folder, part, lines, "des lignes manquent ou sont de trop. / Lines are missing or too many.");
        }
    }

    private async Task<long> CheckAttachmentsAsync(ExportPart part, CancellationToken cancellationToken)
    {
        long bytes = 0, lines = 0;
        await foreach ((AttachmentLine attachment, long line) in PartLines.ReadAsync(folder, part, AttachmentLine.Read, cancellationToken))
        {
            try
            {
                await PartLines.CheckAsync(folder, folder.ContentOf(attachment.Sha256), attachment.Size, attachment.Sha256, cancellationToken);
            }
            catch (DamagedExportException error)
            {
                throw PartLines.Damaged(folder, part, line, error.Message, error);
            }

            bytes += attachment.Size;
            lines = line;
        }

        return lines == part.Lines
            ? bytes
            : throw PartLines.Damaged(folder, part, lines, "des lignes manquent ou sont de trop. / Lines are missing or too many.");
    }

    private static TableRow ReadSoundRow(string line)
    {
        TableRow row = RowLine.Read(line);
        TableRules.CheckBatch(row.Partition, [new Put(row.Row, row.Properties)]);
        return row;
    }
}
