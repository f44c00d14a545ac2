using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text.Json;

namespace ComplaintFlow.Functions.Moving;

/// <summary>Reads the files of lines of an export; what is wrong names the file and the line.</summary>
internal static class PartLines
{
    /// <summary>The lines of a file as what they mean, numbered from 1.</summary>
    /// <exception cref="DamagedExportException">A line is not of that kind.</exception>
    public static async IAsyncEnumerable<(T Value, long Line)> ReadAsync<T>(
        ExportFolder folder, ExportPart part, Func<string, T> read, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using StreamReader reader = new(folder.PathOf(part.File));
        for (long line = 1; await reader.ReadLineAsync(cancellationToken) is { } text; line++)
        {
            T value;
            try
            {
                value = read(text);
            }
            catch (Exception error) when (error is JsonException or FormatException or InvalidOperationException or KeyNotFoundException or ArgumentException)
            {
                throw Damaged(folder, part, line, error.Message, error);
            }

            yield return (value, line);
        }
    }

    /// <summary>Compares size and hash of a file with what the manifest says.</summary>
    /// <exception cref="DamagedExportException">They differ, or the file is missing.</exception>
    public static async Task CheckAsync(ExportFolder folder, string file, long bytes, string sha256, CancellationToken cancellationToken)
    {
        string path = folder.PathOf(file);
        if (!File.Exists(path))
        {
            throw new DamagedExportException($"« {path} » manque. / It is missing.");
        }

        await using FileStream stream = new(path, FileMode.Open, FileAccess.Read, FileShare.Read, 256 * 1024, FileOptions.SequentialScan);
        if (stream.Length != bytes)
        {
            throw new DamagedExportException($"« {path} » a {stream.Length} octets au lieu de {bytes}. / It has {stream.Length} bytes instead of {bytes}.");
        }

        string hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, cancellationToken));
        if (hash != sha256)
        {
            throw new DamagedExportException(
                $"« {path} » n'a pas l'empreinte attendue. / It has another hash than it should: {hash}, {sha256}.");
        }
    }

    public static DamagedExportException Damaged(ExportFolder folder, ExportPart part, long line, string what, Exception? error = null) =>
        new($"« {folder.PathOf(part.File)} », ligne / line {line}: {what}", error!);
}
