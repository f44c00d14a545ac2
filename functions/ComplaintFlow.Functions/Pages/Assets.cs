using System.Reflection;

namespace ComplaintFlow.Functions.Pages;

/// <summary>The files that the pages refer to under <c>/assets/</c>: embedded in the program, since the worker serves no static files.</summary>
public static class Assets
{
    private static readonly Dictionary<string, string> ContentTypes = new(StringComparer.Ordinal)
    {
        ["style.css"] = "text/css; charset=utf-8",
        ["icon.svg"] = "image/svg+xml",
    };

    public static IReadOnlyCollection<string> Names => ContentTypes.Keys;

    /// <summary>The file of that exact name; null when there is none.</summary>
    public static (string ContentType, byte[] Content)? TryGet(string? name)
    {
        if (name is null || !ContentTypes.TryGetValue(name, out string? contentType))
        {
            return null;
        }

        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"assets/{name}")
            ?? throw new InvalidOperationException($"The asset {name} is not in the program.");
        using MemoryStream content = new();
        stream.CopyTo(content);
        return (contentType, content.ToArray());
    }
}
