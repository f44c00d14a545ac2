using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ComplaintFlow.Functions.Storage;

/// <summary>
/// The properties of a row as one JSON object that an administrator can read with SQLite's own functions. Texts, flags and
/// <see cref="int"/> stand as they are; the other types are told by a suffix of the name, which no property name can contain:
/// <c>@long</c>, <c>@double</c>, <c>@instant</c> (ISO 8601, UTC), <c>@bytes</c> (base64).
/// </summary>
internal static class PropertyJson
{
    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(IReadOnlyDictionary<string, object> properties)
    {
        ArrayBufferWriter<byte> buffer = new(256);
        using (Utf8JsonWriter json = new(buffer, Compact))
        {
            Write(json, properties);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>Writes the object where <paramref name="json"/> stands, in the order of <paramref name="properties"/>.</summary>
    public static void Write(Utf8JsonWriter json, IEnumerable<KeyValuePair<string, object>> properties)
    {
        json.WriteStartObject();
        foreach ((string name, object value) in properties)
        {
            Write(json, name, TableRules.Normal(value));
        }

        json.WriteEndObject();
    }

    public static Dictionary<string, object> Read(string text)
    {
        using JsonDocument document = JsonDocument.Parse(text);
        return Read(document.RootElement);
    }

    public static Dictionary<string, object> Read(JsonElement json)
    {
        Dictionary<string, object> properties = new(StringComparer.Ordinal);
        foreach (JsonProperty property in json.EnumerateObject())
        {
            int at = property.Name.IndexOf('@', StringComparison.Ordinal);
            string name = at < 0 ? property.Name : property.Name[..at];
            properties.Add(name, Read(property.Value, at < 0 ? "" : property.Name[at..]));
        }

        return properties;
    }

    private static void Write(Utf8JsonWriter json, string name, object value)
    {
        switch (value)
        {
            case string text:
                json.WriteString(name, text);
                break;
            case bool flag:
                json.WriteBoolean(name, flag);
                break;
            case int number:
                json.WriteNumber(name, number);
                break;
            case long number:
                json.WriteNumber(name + "@long", number);
                break;
            case double number:
                json.WriteNumber(name + "@double", number);
                break;
            case DateTimeOffset instant:
                json.WriteString(name + "@instant", instant.ToString("O", CultureInfo.InvariantCulture));
                break;
            case byte[] bytes:
                json.WriteBase64String(name + "@bytes", bytes);
                break;
            default:
                throw new InvalidOperationException($"Property '{name}' passed the rules with a {value.GetType()}.");
        }
    }

    private static object Read(JsonElement value, string suffix) => (suffix, value.ValueKind) switch
    {
        ("", JsonValueKind.String) => value.GetString()!,
        ("", JsonValueKind.True) => true,
        ("", JsonValueKind.False) => false,
        ("", JsonValueKind.Number) => value.GetInt32(),
        ("@long", _) => value.GetInt64(),
        ("@double", _) => value.GetDouble(),
        ("@instant", _) => DateTimeOffset.Parse(value.GetString()!, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind),
        ("@bytes", _) => value.GetBytesFromBase64(),
        _ => throw new JsonException($"Unknown property type '{suffix}'."),
    };
}
