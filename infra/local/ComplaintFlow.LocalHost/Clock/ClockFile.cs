using System.Text.Json;
using System.Text.Json.Serialization;
using ComplaintFlow.LocalHost.Hosting;

namespace ComplaintFlow.LocalHost.Clock;

/// <summary>
/// Which clock a data directory lives on, from its creation, and how far a virtual one has come: <c>clock.json</c>.
/// </summary>
/// <param name="Kind"><c>real</c> or <c>virtual</c>.</param>
/// <param name="Now">The last instant reached by a virtual clock.</param>
internal sealed record ClockFile(
    [property: JsonPropertyName("clock")] string Kind,
    [property: JsonPropertyName("now"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateTimeOffset? Now)
{
    public const string Real = "real";
    public const string Virtual = "virtual";

    /// <summary>The file of a data directory; null when it has none yet.</summary>
    /// <exception cref="JsonException">The file is damaged.</exception>
    public static ClockFile? Read(string directory) =>
        File.Exists(PathIn(directory)) ? JsonSerializer.Deserialize<ClockFile>(File.ReadAllBytes(PathIn(directory))) : null;

    /// <summary>Why the directory cannot be used with these settings; null when it can.</summary>
    public static string? Mismatch(LocalHostOptions options)
    {
        try
        {
            return (Read(options.DataDirectory)?.Kind, options.ClockStart) switch
            {
                (Real, not null) => $"LocalHost__Clock__Start : le dossier {options.DataDirectory} vit à l'heure réelle depuis sa création ; choisissez-en un autre pour une horloge virtuelle.",
                (Virtual, null) => $"LocalHost__Clock__Start : le dossier {options.DataDirectory} vit sur une horloge virtuelle depuis sa création ; donnez un instant, ou choisissez un autre dossier.",
                _ => null,
            };
        }
        catch (JsonException)
        {
            return $"{PathIn(options.DataDirectory)} : fichier illisible ; rien n'y a été changé.";
        }
    }

    /// <summary>Stores the file; it is on disk, whole, when this returns.</summary>
    public void Write(string directory)
    {
        Directory.CreateDirectory(directory);
        string path = PathIn(directory);
        string next = path + ".next";
        using (FileStream stream = new(next, FileMode.Create, FileAccess.Write))
        {
            JsonSerializer.Serialize(stream, this);
            stream.Flush(flushToDisk: true);
        }

        File.Move(next, path, overwrite: true);
    }

    private static string PathIn(string directory) => Path.Combine(directory, "clock.json");
}
