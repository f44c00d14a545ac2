using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using ComplaintFlow.Functions.Storage;

namespace ComplaintFlow.Functions.Moving;

/// <summary>
/// A row as a line of JSON, <c>{"partition":"…","row":"…","properties":{…}}</c>, types told as in <see cref="PropertyJson"/>.
/// Properties stand in ordinal order, so that the same row is the same bytes whatever engine it came from. No version: each
/// store gives its own.
/// </summary>
internal static class RowLine
{
    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static ReadOnlyMemory<byte> Of(TableRow row)
    {
        ArrayBufferWriter<byte> buffer = new(512);
        using (Utf8JsonWriter json = new(buffer, Compact))
        {
            json.WriteStartObject();
            json.WriteString("partition", row.Partition);
            json.WriteString("row", row.Row);
            json.WritePropertyName("properties");
            PropertyJson.Write(json, row.Properties.OrderBy(property => property.Key, StringComparer.Ordinal));
            json.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }

    /// <exception cref="JsonException">The line is no row; other exceptions of reading JSON as well.</exception>
    public static TableRow Read(string line)
    {
        using JsonDocument document = JsonDocument.Parse(line);
        JsonElement json = document.RootElement;
        return new TableRow(
            json.GetProperty("partition").GetString() ?? throw new JsonException("There is no partition."),
            json.GetProperty("row").GetString() ?? throw new JsonException("There is no row."),
            PropertyJson.Read(json.GetProperty("properties")));
    }
}
