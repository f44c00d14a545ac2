using System.Security.Cryptography;
using ComplaintFlow.Functions.Attachments;

namespace ComplaintFlow.Functions.Moving;

/// <summary>Writes the attachments' contents by their hashes, and lines that say where each belongs.</summary>
internal sealed class AttachmentExport(StoreEnd source, ExportFolder folder, ExportLimits limits)
{
    private const int BufferBytes = 64 * 1024;

    public async Task<ExportProgress> RunAsync(ExportProgress progress, CancellationToken cancellationToken)
    {
        string? known = progress.LastAttachment;
        IAsyncEnumerable<AttachmentLine?> attachments = source.FileNames.ListAsync(cancellationToken)
            .Where(address => known is null || string.CompareOrdinal(address.ToString(), known) > 0)
            .SelectAheadAsync(address => CopyAsync(address, cancellationToken), cancellationToken);
        PartWriter? lines = null;
        AttachmentLine? last = null;
        long bytes = 0;
        try
        {
            await foreach (AttachmentLine? attachment in attachments)
            {
                if (attachment is null)
                {
                    continue;
                }

                if (lines is not null && (lines.Lines >= limits.Lines || lines.Bytes >= limits.Bytes))
                {
                    progress = await FinishAsync(progress, lines, last!, bytes, cancellationToken);
                    await lines.DisposeAsync();
                    (lines, bytes) = (null, 0);
                }

                lines ??= new PartWriter(folder, ExportPart.Attachments, progress.Next(ExportPart.Attachments));
                await lines.WriteAsync(attachment.ToLine(), cancellationToken);
                last = attachment;
                bytes += attachment.Size;
            }

            return lines is null ? progress : await FinishAsync(progress, lines, last!, bytes, cancellationToken);
        }
        finally
        {
            await (lines?.DisposeAsync() ?? default);
        }
    }

    private async Task<ExportProgress> FinishAsync(
        ExportProgress progress, PartWriter lines, AttachmentLine last, long bytes, CancellationToken cancellationToken)
    {
        progress = progress with
        {
            Parts = [.. progress.Parts, lines.Finish()],
            AttachmentBytes = progress.AttachmentBytes + bytes,
            LastAttachment = $"{last.Reference}/{last.Id}",
        };
        await folder.WriteAsync(ExportProgress.File, progress, cancellationToken);
        return progress;
    }

    /// <summary>Null when it was deleted since its name was read.</summary>
    private async Task<AttachmentLine?> CopyAsync(AttachmentAddress address, CancellationToken cancellationToken)
    {
        await using Stream? content = await source.Files.OpenAsync(address.Reference, address.Id, cancellationToken);
        if (content is null)
        {
            return null;
        }

        string draft = folder.PathOf($"{folder.Make("content")}/{address.Reference}.{address.Id}.new");
        (long size, string hash) = await WriteAsync(content, draft, cancellationToken);
        string path = folder.ContentOf(hash);
        string parent = folder.Make(Path.GetDirectoryName(path)!);
        File.Move(draft, path, overwrite: true);
        DurableFolder.Flush(parent);
        return new AttachmentLine(address.Reference, address.Id, size, hash);
    }

    private static async Task<(long Size, string Hash)> WriteAsync(Stream content, string path, CancellationToken cancellationToken)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using FileStream file = new(path, FileMode.Create, FileAccess.Write);
        byte[] buffer = new byte[BufferBytes];
        for (int read; (read = await content.ReadAsync(buffer, cancellationToken)) > 0;)
        {
            hash.AppendData(buffer.AsSpan(0, read));
            await file.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
        }

        await file.FlushAsync(cancellationToken);
        RandomAccess.FlushToDisk(file.SafeFileHandle);
        return (file.Length, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }
}
