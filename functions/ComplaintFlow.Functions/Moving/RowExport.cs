using ComplaintFlow.Functions.Storage;

namespace ComplaintFlow.Functions.Moving;

/// <summary>Writes all rows into parts, each with the counts of its partitions.</summary>
internal sealed class RowExport(StoreEnd source, ExportFolder folder, ExportLimits limits)
{
    public async Task<ExportProgress> RunAsync(ExportProgress progress, CancellationToken cancellationToken)
    {
        TableRow? last = null;
        PartWriter? lines = null;
        List<PartitionLine> counts = [];
        try
        {
            await foreach (TableRow row in new WholeStore(source).ReadAsync(progress.LastPartition, progress.LastRow, cancellationToken))
            {
                bool mayCut = last is not null && (last.Partition != row.Partition || !WholeStore.IsComplaint(row.Partition));
                if (mayCut && (lines!.Lines >= limits.Lines || lines.Bytes >= limits.Bytes))
                {
                    progress = await FinishAsync(progress, lines, counts, last!, cancellationToken);
                    await lines.DisposeAsync();
                    (lines, counts) = (null, []);
                }

                lines ??= new PartWriter(folder, ExportPart.Rows, progress.Next(ExportPart.Rows));
                await lines.WriteAsync(RowLine.Of(row), cancellationToken);
                if (counts is [.., var count] && count.Partition == row.Partition)
                {
                    counts[^1] = count with { Rows = count.Rows + 1 };
                }
                else
                {
                    counts.Add(new PartitionLine(row.Partition, 1));
                }

                last = row;
            }

            progress = lines is null ? progress : await FinishAsync(progress, lines, counts, last!, cancellationToken);
        }
        finally
        {
            await (lines?.DisposeAsync() ?? default);
        }

        progress = progress with { HasAllRows = true };
        await folder.WriteAsync(ExportProgress.File, progress, cancellationToken);
        return progress;
    }

    private async Task<ExportProgress> FinishAsync(
        ExportProgress progress, PartWriter lines, List<PartitionLine> counts, TableRow last, CancellationToken cancellationToken)
    {
        await using PartWriter partitions = new(folder, ExportPart.Partitions, progress.Next(ExportPart.Partitions));
        foreach (PartitionLine count in counts)
        {
            await partitions.WriteAsync(count.ToLine(), cancellationToken);
        }

        // A partition cut in two is one all the same.
        int known = counts[0].Partition == progress.LastPartition ? 1 : 0;
        progress = progress with
        {
            Parts = [.. progress.Parts, lines.Finish(), partitions.Finish()],
            Partitions = progress.Partitions + counts.Count - known,
            LastPartition = last.Partition,
            LastRow = last.Row,
        };
        await folder.WriteAsync(ExportProgress.File, progress, cancellationToken);
        return progress;
    }
}
