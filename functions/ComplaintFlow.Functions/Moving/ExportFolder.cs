using System.Globalization;
using System.Text.Json;
using ComplaintFlow.Functions.Attachments;

namespace ComplaintFlow.Functions.Moving;

/// <summary>The files of an export: <c>manifest.json</c>, lines in <c>rows/</c>, <c>partitions/</c> and <c>attachments/</c>, contents by hash in <c>content/</c>.</summary>
/// <param name="root">The folder.</param>
internal sealed class ExportFolder(string root)
{
    public const string Manifest = "manifest.json";
    private static readonly JsonSerializerOptions Indented = new(JsonSerializerOptions.Web) { WriteIndented = true };

    public string Root { get; } = Path.TrimEndingDirectorySeparator(Path.GetFullPath(root));

    public string PathOf(string file) => Path.Combine(Root, file);

    public static string PartOf(string kind, int number) => string.Create(CultureInfo.InvariantCulture, $"{kind}/{number:D6}.jsonl");

    /// <summary>Where a content lies, by its hash (64 hexadecimal digits).</summary>
    public string ContentOf(string hash) => PathOf($"content/{hash[..2]}/{hash}");

    /// <summary>Makes a folder in it, for the account that runs the program only.</summary>
    public string Make(string folder)
    {
        string path = PathOf(folder);
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        return path;
    }

    /// <summary>Writes a file as a whole: whoever reads it sees what was before, or this.</summary>
    public async Task WriteAsync<T>(string file, T value, CancellationToken cancellationToken)
    {
        string path = PathOf(file);
        string draft = path + ".new";
        await using (FileStream stream = new(draft, FileMode.Create, FileAccess.Write))
        {
            await JsonSerializer.SerializeAsync(stream, value, Indented, cancellationToken);
            await stream.FlushAsync(cancellationToken);
            RandomAccess.FlushToDisk(stream.SafeFileHandle);
        }

        File.Move(draft, path, overwrite: true);
        DurableFolder.Flush(Root);
    }

    public async Task<T?> ReadAsync<T>(string file, CancellationToken cancellationToken)
    {
        await using FileStream stream = new(PathOf(file), FileMode.Open, FileAccess.Read);
        return await JsonSerializer.DeserializeAsync<T>(stream, Indented, cancellationToken);
    }
}
