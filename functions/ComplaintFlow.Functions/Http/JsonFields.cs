using System.Collections.Frozen;
using System.Text.Json;

namespace ComplaintFlow.Functions.Http;

/// <summary>Flattens a JSON object into named texts and files.</summary>
internal static class JsonFields
{
    private const string Attachments = "attachments";
    private static readonly string[] Persons = ["complainant", "representative"];

    /// <summary>The fields whose value is a text. What the contract does not know is passed over, whatever its type.</summary>
    private static readonly FrozenSet<string> Texts = new[]
    {
        "name", "email", "phone", "postalAddress", "clientNumber", "kind", "capacity", "subject", "description", "contract", "product", "sentOn",
        "receivedOn", "writtenOn", "language", "channel", "procedure", "to", "reason", "by", "on", "text", "comment", "until", "summary", "reference",
        "outcome", "effect", "rootCause", "redress", "into",
    }.ToFrozenSet(StringComparer.Ordinal);

    public static void Flatten(JsonElement element, string prefix, RequestBody body, FieldErrors errors)
    {
        foreach (JsonProperty property in element.EnumerateObject())
        {
            if (NameOf(property) is not { } own)
            {
                errors.Add(prefix, "Un nom de champ contient des caractères impossibles.", "The name of a field contains impossible characters.");
                continue;
            }

            string name = prefix.Length == 0 ? own : $"{prefix}.{own}";
            JsonElement value = property.Value;
            switch (value.ValueKind)
            {
                case JsonValueKind.Null:
                    break;
                case JsonValueKind.Object when Persons.Contains(name):
                    // An empty object counts as given, so that what it lacks is named.
                    body.Values[$"{name}."] = "";
                    Flatten(value, name, body, errors);
                    break;
                case JsonValueKind.Array when name == Attachments:
                    ReadFiles(value, body, errors);
                    break;
                case not JsonValueKind.Object when Persons.Contains(name):
                    errors.Add(name, "Un objet est attendu ici.", "An object is expected here.");
                    break;
                case not JsonValueKind.Array when name == Attachments:
                    errors.Add(name, "Une liste de fichiers est attendue ici.", "A list of files is expected here.");
                    break;
                case JsonValueKind.Array or JsonValueKind.Object or JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False when Texts.Contains(own):
                    errors.Add(name, "Un texte est attendu ici, entre guillemets.", "A text is expected here, between quotes.");
                    break;
                case JsonValueKind.Array or JsonValueKind.Object:
                    break;
                case JsonValueKind.String:
                    body.Values[name] = ReadString(value, name, errors);
                    break;
                default:
                    body.Values[name] = value.GetRawText();
                    break;
            }
        }
    }

    /// <summary>Null for a name with half a surrogate pair, which no text can hold.</summary>
    private static string? NameOf(JsonProperty property)
    {
        try
        {
            return property.Name;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static string ReadString(JsonElement value, string name, FieldErrors errors)
    {
        try
        {
            return value.GetString()!;
        }
        catch (InvalidOperationException)
        {
            errors.Add(name, "Ce texte contient des caractères qui ne peuvent pas être enregistrés.", "This text contains characters that cannot be stored.");
            return "";
        }
    }

    private static void ReadFiles(JsonElement array, RequestBody body, FieldErrors errors)
    {
        int index = 0;
        foreach (JsonElement item in array.EnumerateArray())
        {
            string name = $"{Attachments}[{index++}]";
            if (item.ValueKind != JsonValueKind.Object || Text(item, "fileName", name, errors) is not { Length: > 0 } fileName)
            {
                errors.Add($"{name}.fileName", "Ce champ est obligatoire.", "This field is required.");
            }
            else if (!item.TryGetProperty("base64", out JsonElement base64) || base64.ValueKind != JsonValueKind.String || Decode(base64) is not { } content)
            {
                errors.Add($"{name}.base64", "Le contenu du fichier, en base64, est attendu ici.", "The content of the file, in base64, is expected here.");
            }
            else
            {
                body.Files.Add(new UploadedFile(fileName, Text(item, "contentType", name, errors) ?? "application/octet-stream", content));
            }
        }
    }

    private static byte[]? Decode(JsonElement base64)
    {
        try
        {
            return base64.TryGetBytesFromBase64(out byte[]? content) ? content : null;
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair.
            return null;
        }
    }

    private static string? Text(JsonElement item, string property, string name, FieldErrors errors) =>
        item.TryGetProperty(property, out JsonElement value) && value.ValueKind == JsonValueKind.String
            ? ReadString(value, $"{name}.{property}", errors)
            : null;
}
