using System.Text.Json;
using Microsoft.Extensions.Configuration;

namespace ComplaintFlow.LocalHost.Hosting;

/// <summary>Settings from JSON files, flattened into configuration keys. A file that cannot be read is a fault, not an exception.</summary>
internal static class LocalSettingsFile
{
    private static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    /// <summary>The <c>Values</c> of a <c>local.settings.json</c>; none when there is no such file.</summary>
    public static IEnumerable<KeyValuePair<string, string?>> Values(string path, List<string> faults) =>
        Read(path, faults)
            .Where(pair => pair.Key.StartsWith("Values:", StringComparison.OrdinalIgnoreCase))
            .Select(pair => KeyValuePair.Create(SettingName.Key(pair.Key["Values:".Length..]), pair.Value));

    /// <summary>Every leaf of a JSON file, in its order; none when there is no such file.</summary>
    public static IReadOnlyList<KeyValuePair<string, string?>> Read(string path, List<string> faults)
    {
        List<KeyValuePair<string, string?>> leaves = [];
        if (!File.Exists(path))
        {
            return leaves;
        }

        try
        {
            // As text, since editors on Windows put a byte order mark before it.
            using JsonDocument document = JsonDocument.Parse(File.ReadAllText(path), Lenient);
            Flatten(document.RootElement, string.Empty, leaves);
        }
        catch (JsonException exception)
        {
            faults.Add($"{path} : JSON illisible ({exception.Message})");
        }

        return leaves;
    }

    private static void Flatten(JsonElement element, string key, List<KeyValuePair<string, string?>> leaves)
    {
        string prefix = key.Length == 0 ? string.Empty : key + ConfigurationPath.KeyDelimiter;
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (JsonProperty property in element.EnumerateObject())
                {
                    Flatten(property.Value, prefix + property.Name, leaves);
                }

                break;
            case JsonValueKind.Array:
                int index = 0;
                foreach (JsonElement item in element.EnumerateArray())
                {
                    Flatten(item, $"{prefix}{index++}", leaves);
                }

                break;
            default:
                leaves.Add(KeyValuePair.Create(key, element.ValueKind == JsonValueKind.Null ? null : element.ToString()));
                break;
        }
    }
}
