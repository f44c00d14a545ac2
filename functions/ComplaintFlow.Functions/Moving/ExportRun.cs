using System.Reflection;
using ComplaintFlow.Functions.Attachments;
using ComplaintFlow.Functions.Storage;
using ComplaintFlow.Functions.Storage.Sqlite;

namespace ComplaintFlow.Functions.Moving;

/// <summary>
/// Exports a store: into <c>folder.unfinished</c>, which gets its name once it is whole. One that was cut off goes on where
/// it was. SQLite is exported from a snapshot of one moment; of a storage account each complaint is of one moment.
/// </summary>
/// <param name="storage">As <see cref="StorageSetting"/> reads it.</param>
/// <param name="dataDirectory">The folder of the local engine.</param>
/// <param name="time">Says when it was begun.</param>
/// <param name="limits">How large the parts are.</param>
internal sealed class ExportRun(string storage, string dataDirectory, TimeProvider time, ExportLimits limits)
{
    private const string UnfinishedSuffix = ".unfinished";
    private const string Snapshot = "snapshot";

    /// <summary>Exports into a folder that does not exist yet.</summary>
    /// <exception cref="IOException">The folder exists, or cannot be written.</exception>
    /// <exception cref="InvalidDataException">There is nothing to export, or something else is under way.</exception>
    /// <exception cref="StoreUnavailableException">The store does not answer, or is damaged.</exception>
    public async Task<ExportManifest> RunAsync(string target, CancellationToken cancellationToken)
    {
        string to = Path.TrimEndingDirectorySeparator(Path.GetFullPath(target));
        if (Path.Exists(to))
        {
            throw new IOException($"« {to} » existe déjà : rien n'y a été écrit. / It exists already; nothing was written to it.");
        }

        ExportFolder folder = new(to + UnfinishedSuffix);
        await using StoreEnd source = StoreEnd.Of(storage, dataDirectory, folder.PathOf(Snapshot));
        bool isLocal = source.Rows is SqliteTableStore;
        ExportProgress progress = await FindProgressAsync(folder, source, cancellationToken) ?? await BeginAsync(folder, source, cancellationToken);
        await (isLocal ? source.Rows.OpenAsync(cancellationToken) : source.Rows.CheckAsync(cancellationToken));
        if (await ImportMarker.IsUnfinishedAsync(source.Rows, cancellationToken))
        {
            throw new InvalidDataException(ImportMarker.Unfinished);
        }

        if (!progress.HasAllRows)
        {
            progress = await new RowExport(source, folder, limits).RunAsync(progress, cancellationToken);
        }

        progress = await new AttachmentExport(source, folder, limits).RunAsync(progress, cancellationToken);
        ExportManifest manifest = Describe(progress, source.Name, isLocal ? ExportManifest.OfStore : ExportManifest.OfComplaint);
        await source.DisposeAsync();
        await FinishAsync(folder, manifest, to, cancellationToken);
        return manifest;
    }

    private static async Task<ExportProgress?> FindProgressAsync(ExportFolder folder, StoreEnd source, CancellationToken cancellationToken)
    {
        if (!File.Exists(folder.PathOf(ExportProgress.File)))
        {
            return null;
        }

        ExportProgress? known = await folder.ReadAsync<ExportProgress>(ExportProgress.File, cancellationToken);
        return known?.Place == source.Place ? known : throw new InvalidDataException(
            $"« {folder.Root} » est l'export commencé d'un autre stockage ({known?.Place}) : supprimez-le, ou choisissez un autre dossier. "
            + "/ It is the export, begun and not finished, of another store: delete it, or choose another folder.");
    }

    private async Task<ExportProgress> BeginAsync(ExportFolder folder, StoreEnd source, CancellationToken cancellationToken)
    {
        if (Directory.Exists(folder.Root))
        {
            Directory.Delete(folder.Root, recursive: true);
        }

        if (source.Rows is SqliteTableStore)
        {
            string store = Path.Combine(source.Place, SqliteTableStore.FileName);
            if (!File.Exists(store))
            {
                throw new InvalidDataException($"« {store} » n'existe pas : rien à exporter. / It does not exist: there is nothing to export.");
            }

            SqliteSnapshot.Write(store, Path.Combine(folder.Make(Snapshot), SqliteTableStore.FileName));
        }

        folder.Make("");
        ExportProgress progress = new(source.Place, time.GetUtcNow(), []);
        await folder.WriteAsync(ExportProgress.File, progress, cancellationToken);
        return progress;
    }

    private static ExportManifest Describe(ExportProgress progress, string source, string moment)
    {
        string program = typeof(ExportRun).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "";
        ExportManifest manifest = new(
            ExportManifest.KnownFormat, program, progress.BegunAt, source, moment, progress.Partitions, 0, 0, progress.AttachmentBytes, progress.Parts);
        return manifest with
        {
            Rows = manifest.Of(ExportPart.Rows).Sum(part => part.Lines),
            Attachments = manifest.Of(ExportPart.Attachments).Sum(part => part.Lines),
        };
    }

    private static async Task FinishAsync(ExportFolder folder, ExportManifest manifest, string to, CancellationToken cancellationToken)
    {
        await folder.WriteAsync(ExportFolder.Manifest, manifest, cancellationToken);
        if (Directory.Exists(folder.PathOf(Snapshot)))
        {
            Directory.Delete(folder.PathOf(Snapshot), recursive: true);
        }

        File.Delete(folder.PathOf(ExportProgress.File));
        foreach (string inner in Directory.EnumerateDirectories(folder.Root))
        {
            DurableFolder.Flush(inner);
        }

        DurableFolder.Flush(folder.Root);
        Directory.Move(folder.Root, to);
        DurableFolder.Flush(Path.GetDirectoryName(to)!);
    }
}
