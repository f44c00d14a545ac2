using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using ComplaintFlow.Domain.Directory;

namespace ComplaintFlow.Functions.Configuration.Staff;

internal static class StaffDirectoryWriter
{
    // Accents stay readable; the text is JSON for a file or an API, never part of an HTML page.
    private static readonly JsonWriterOptions Readable = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Write(StaffDirectory directory)
    {
        ArrayBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter json = new(buffer, Readable))
        {
            json.WriteStartObject();
            json.WriteString("defaultHandler", directory.DefaultHandler);
            WriteList(json, "staff", directory.Staff, Write);
            WriteList(json, "clients", directory.Clients, Write);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan) + "\n";
    }

    private static void Write(Utf8JsonWriter json, StaffMember member)
    {
        json.WriteStartObject();
        json.WriteString("email", member.Email);
        json.WriteString("name", member.Name);
        WriteList(json, "roles", member.Roles, (_, role) => json.WriteStringValue(StaffRoles.NameOf(role)));
        WriteOptional(json, "deputy", member.Deputy);
        if (member.Absences.Count > 0)
        {
            WriteList(json, "absences", member.Absences, Write);
        }

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Absence absence)
    {
        json.WriteStartObject();
        json.WriteString("from", absence.From.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        json.WriteString("to", absence.To.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ClientEntry client)
    {
        json.WriteStartObject();
        json.WriteString("clientNumber", client.ClientNumber);
        WriteOptional(json, "email", client.Email);
        WriteOptional(json, "name", client.Name);
        json.WriteString("handler", client.Handler);
        json.WriteEndObject();
    }

    private static void WriteList<T>(Utf8JsonWriter json, string name, IReadOnlyList<T> items, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartArray(name);
        foreach (T item in items)
        {
            write(json, item);
        }

        json.WriteEndArray();
    }

    private static void WriteOptional(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }
}
