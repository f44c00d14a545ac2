using System.Text.Encodings.Web;
using System.Text.Json;

namespace ComplaintFlow.Benchmarks.Reporting;

/// <summary>The figures as JSON, to be compared with those of another day.</summary>
internal static class FiguresFile
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static async Task WriteAsync(string path, Machine machine, IReadOnlyList<Figure> figures)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        await using FileStream file = File.Create(path);
        await JsonSerializer.SerializeAsync(file, new { machine, figures }, Options);
    }
}
