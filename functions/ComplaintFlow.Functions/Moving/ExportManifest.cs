using System.Security.Cryptography;
using System.Text.Json;

namespace ComplaintFlow.Functions.Moving;

/// <summary>What an export holds: <c>manifest.json</c>, written last, so that a folder with one is whole.</summary>
/// <param name="Format">The form of the files.</param>
/// <param name="Program">The version of the program that wrote it.</param>
/// <param name="ExportedAt">When the export was begun, in UTC.</param>
/// <param name="Source">The storage it came from: <c>sqlite</c>, or the name of the account.</param>
/// <param name="Moment"><c>store</c>: all rows are of one moment; <c>complaint</c>: those of each complaint are.</param>
/// <param name="Partitions">How many partitions have rows.</param>
/// <param name="Rows">How many rows there are.</param>
/// <param name="Attachments">How many attachments there are.</param>
/// <param name="AttachmentBytes">The size of all of them, two with the same content counted twice.</param>
/// <param name="Parts">The files of lines, in the order in which they were written.</param>
internal sealed record ExportManifest(
    int Format,
    string Program,
    DateTimeOffset ExportedAt,
    string Source,
    string Moment,
    long Partitions,
    long Rows,
    long Attachments,
    long AttachmentBytes,
    IReadOnlyList<ExportPart> Parts)
{
    public const int KnownFormat = 1;
    public const string OfStore = "store";
    public const string OfComplaint = "complaint";

    public IEnumerable<ExportPart> Of(string kind) => Parts.Where(part => part.IsOf(kind));

    /// <summary>Reads the manifest of a folder, and the hash by which an import knows it again.</summary>
    /// <exception cref="InvalidDataException">The folder has none, or one of a later program.</exception>
    /// <exception cref="DamagedExportException">It is not what was written.</exception>
    public static (ExportManifest Manifest, string Hash) Read(ExportFolder folder)
    {
        string path = folder.PathOf(ExportFolder.Manifest);
        if (!File.Exists(path))
        {
            throw new InvalidDataException(
                $"« {path} » n'existe pas : ce dossier n'est pas un export, ou l'export n'est pas fini. "
                + "/ It does not exist: this folder is no export, or one that was not finished.");
        }

        byte[] bytes = File.ReadAllBytes(path);
        ExportManifest? manifest;
        try
        {
            manifest = JsonSerializer.Deserialize<ExportManifest>(bytes, JsonSerializerOptions.Web);
        }
        catch (JsonException error)
        {
            throw new DamagedExportException($"« {path} » : {error.Message}", error);
        }

        if (manifest is { Format: > KnownFormat })
        {
            throw new InvalidDataException(
                $"« {path} » a été écrit par une version plus récente (format {manifest.Format}, connu : {KnownFormat}). "
                + "/ It was written by a later version: import it with that one.");
        }

        return manifest is { Format: KnownFormat, Parts: not null, Moment: OfStore or OfComplaint } && manifest.Parts.All(ExportPart.IsSound) && manifest.AddsUp()
            ? (manifest, Convert.ToHexStringLower(SHA256.HashData(bytes)))
            : throw new DamagedExportException($"« {path} » n'est pas ce qui a été écrit. / It is not what was written.");
    }

    private bool AddsUp() =>
        Of(ExportPart.Rows).Sum(part => part.Lines) == Rows
        && Of(ExportPart.Attachments).Sum(part => part.Lines) == Attachments
        && Of(ExportPart.Partitions).Count() == Of(ExportPart.Rows).Count()
        && Parts.Select(part => part.File).Distinct().Count() == Parts.Count;
}
