using System.Runtime.CompilerServices;
using ComplaintFlow.Functions.Storage;

namespace ComplaintFlow.Functions.Moving;

/// <summary>Writes parts of an export into a store. Writing one again changes nothing.</summary>
internal sealed class ImportWriting(ExportFolder folder, StoreEnd target)
{
    /// <summary>Some below what a batch may take, as sizes are added up row by row.</summary>
    private const long BatchBytes = TableRules.MaximumBatchBytes * 3L / 4;

    private static ParallelOptions AtOnce(CancellationToken cancellationToken) =>
        new() { MaxDegreeOfParallelism = 8, CancellationToken = cancellationToken };

    public Task WriteAsync(ExportPart part, CancellationToken cancellationToken) => part.IsOf(ExportPart.Rows)
        ? Parallel.ForEachAsync(
            BatchesAsync(part, cancellationToken),
            AtOnce(cancellationToken),
            async (batch, token) => await target.Rows.WriteAsync(batch.Partition, batch.Operations, token))
        : Parallel.ForEachAsync(
            PartLines.ReadAsync(folder, part, AttachmentLine.Read, cancellationToken),
            AtOnce(cancellationToken),
            async (attachment, token) => await SaveAsync(attachment.Value, token));

    private async Task SaveAsync(AttachmentLine attachment, CancellationToken cancellationToken)
    {
        byte[] content = await File.ReadAllBytesAsync(folder.ContentOf(attachment.Sha256), cancellationToken);
        await target.Files.SaveAsync(attachment.Reference, attachment.Id, content, cancellationToken);
    }

    private async IAsyncEnumerable<(string Partition, List<TableOperation> Operations)> BatchesAsync(
        ExportPart part, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        string partition = "";
        List<TableOperation> operations = [];
        long bytes = 0;
        await foreach ((TableRow row, _) in PartLines.ReadAsync(folder, part, RowLine.Read, cancellationToken))
        {
            long size = RowRules.Check(row.Partition, row.Row, row.Properties);
            if (operations.Count > 0
                && (row.Partition != partition || operations.Count == TableRules.MaximumOperations || bytes + size > BatchBytes))
            {
                yield return (partition, operations);
                (operations, bytes) = ([], 0);
            }

            partition = row.Partition;
            operations.Add(new Put(row.Row, row.Properties));
            bytes += size;
        }

        if (operations.Count > 0)
        {
            yield return (partition, operations);
        }
    }
}
