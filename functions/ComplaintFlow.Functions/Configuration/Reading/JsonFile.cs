using System.Text;
using System.Text.Json;

namespace ComplaintFlow.Functions.Configuration.Reading;

/// <summary>Opens a JSON text that people wrote: comments, trailing commas and a byte order mark are tolerated.</summary>
internal static class JsonFile
{
    private static readonly JsonDocumentOptions Tolerant = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
    };

    /// <summary>
    /// Reads the object of <paramref name="json"/>; null when there is a fault. Malformed JSON is one fault, with its line
    /// and column, both counted from 1 in characters.
    /// </summary>
    public static T? Read<T>(string json, Faults faults, Func<JsonObjectReader, T> read)
        where T : class
    {
        byte[] utf8 = Encoding.UTF8.GetBytes(json.TrimStart('\uFEFF'));
        try
        {
            using JsonDocument document = JsonDocument.Parse(utf8, Tolerant);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
            {
                faults.Add("$", $"{JsonText.Show(document.RootElement)} is not an object; write {{ … }}");
                return null;
            }

            JsonObjectReader root = new(document.RootElement, "$", faults);
            T value = read(root);
            root.RefuseUnknown();
            return faults.Found.Count == 0 ? value : null;
        }
        catch (JsonException malformed)
        {
            faults.Add("$", $"not JSON at {Position(utf8, malformed)}; look for a comma, a quote or a bracket missing or left over there or just before");
            return null;
        }
    }

    private static string Position(byte[] utf8, JsonException malformed)
    {
        int line = (int)(malformed.LineNumber ?? 0);
        int start = 0;
        for (int passed = 0; passed < line; passed++)
        {
            start = Array.IndexOf(utf8, (byte)'\n', start) + 1;
        }

        int length = Math.Min((int)(malformed.BytePositionInLine ?? 0), utf8.Length - start);
        return $"line {line + 1}, column {Encoding.UTF8.GetCharCount(utf8, start, length) + 1}";
    }
}
