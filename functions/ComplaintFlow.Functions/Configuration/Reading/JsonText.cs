using System.Text.Json;

namespace ComplaintFlow.Functions.Configuration.Reading;

/// <summary>Texts of a JSON document, for reading and for showing in a fault.</summary>
internal static class JsonText
{
    private const int Shown = 60;

    /// <summary>The text of a JSON string; false for any other kind, and for a string with half of a surrogate pair.</summary>
    public static bool TryGet(JsonElement element, out string text)
    {
        text = "";
        if (element.ValueKind != JsonValueKind.String)
        {
            return false;
        }

        try
        {
            text = element.GetString() ?? "";
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    /// <summary>The name of a property as text; as it is written in the file when its escapes make no text.</summary>
    public static string NameOf(JsonProperty property)
    {
        try
        {
            return property.Name;
        }
        catch (InvalidOperationException)
        {
            return property.ToString().Split(':')[0].Trim().Trim('"');
        }
    }

    /// <summary>A value as a fault shows it, on one line and not too long.</summary>
    public static string Show(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.String when TryGet(element, out string text) => Quote(text),
        _ => Shorten(element.GetRawText()),
    };

    public static string Quote(string text) => $"\"{Shorten(text)}\"";

    private static string Shorten(string text)
    {
        string line = string.Concat(text.Select(character => char.IsControl(character) ? ' ' : character));
        return line.Length <= Shown ? line : $"{line[..Shown]}…";
    }
}
