using ComplaintFlow.Functions.Storage;

namespace ComplaintFlow.Functions.Moving;

/// <summary>
/// Imports an export into an empty store: everything is checked before anything is written, and read back afterwards. One
/// that was cut off goes on where it was; until it is finished the program does not start on that store.
/// </summary>
/// <param name="storage">As <see cref="StorageSetting"/> reads it.</param>
/// <param name="dataDirectory">The folder of the local engine.</param>
/// <param name="time">Says when it was finished.</param>
internal sealed class ImportRun(string storage, string dataDirectory, TimeProvider time)
{
    /// <summary>Imports a folder; says what it held, and when it was imported if that was done before.</summary>
    /// <exception cref="InvalidDataException">The folder is no export, or the store is in use.</exception>
    /// <exception cref="DamagedExportException">The export, or what was written, is not what was exported.</exception>
    /// <exception cref="StoreUnavailableException">The store does not answer.</exception>
    public async Task<(ExportManifest Manifest, string? DoneBefore)> RunAsync(string source, CancellationToken cancellationToken)
    {
        ExportFolder folder = new(source);
        (ExportManifest manifest, string hash) = ExportManifest.Read(folder);
        await new ExportCheck(folder, manifest).RunAsync(cancellationToken);
        await using StoreEnd target = StoreEnd.Of(storage, dataDirectory);
        await target.Rows.OpenAsync(cancellationToken);
        await target.Files.OpenStoreAsync(cancellationToken);
        ImportMarker marker = await ImportMarker.TakeAsync(target, hash, cancellationToken);
        if (marker.Done is { } done)
        {
            return (manifest, done);
        }

        // Contents before the rows that name them.
        ImportWriting writing = new(folder, target);
        foreach (ExportPart part in manifest.Of(ExportPart.Attachments).Concat(manifest.Of(ExportPart.Rows)).Skip(marker.Parts))
        {
            await writing.WriteAsync(part, cancellationToken);
            await marker.PartIsWrittenAsync(cancellationToken);
        }

        if (!marker.IsVerified)
        {
            await new ReadBack(folder, manifest, target).RunAsync(cancellationToken);
            await marker.IsEqualAsync(cancellationToken);
        }

        if (manifest.Moment == ExportManifest.OfComplaint)
        {
            await new IndexRepair(target, time).RunAsync(cancellationToken);
        }

        await marker.IsDoneAsync(time.GetUtcNow(), cancellationToken);
        return (manifest, null);
    }
}
