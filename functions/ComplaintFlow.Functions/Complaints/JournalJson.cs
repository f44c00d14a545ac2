using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using ComplaintFlow.Domain.Complaints;
using ComplaintFlow.Domain.Procedure;
using ComplaintFlow.Functions.Http;

namespace ComplaintFlow.Functions.Complaints;

/// <summary>How facts and private parts are written as JSON: camelCase, enums by their wire names, nothing for null.</summary>
public static class JournalJson
{
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new LanguageConverter(), new WireNameConverterFactory() },
    };

    public static string Write(ComplaintEvent fact) => JsonSerializer.Serialize(fact, fact.GetType(), Options);

    public static ComplaintEvent ReadFact(string name, string json) =>
        (ComplaintEvent)(JsonSerializer.Deserialize(json, FactNames.TypeOf(name), Options)
            ?? throw new InvalidDataException($"The fact '{name}' is empty."));

    public static string Write(PrivatePart part) => JsonSerializer.Serialize(part, Options);

    public static PrivatePart ReadPrivate(string json) => JsonSerializer.Deserialize<PrivatePart>(json, Options)!;

    /// <summary>A language by its code, as everywhere on the wire.</summary>
    private sealed class LanguageConverter : JsonConverter<Language>
    {
        public override Language Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            RequestLanguage.TryParse(reader.GetString(), out Language language)
                ? language
                : throw new JsonException($"'{reader.GetString()}' is neither fr nor en.");

        public override void Write(Utf8JsonWriter writer, Language value, JsonSerializerOptions options) =>
            writer.WriteStringValue(RequestLanguage.CodeOf(value));
    }

    private sealed class WireNameConverterFactory : JsonConverterFactory
    {
        public override bool CanConvert(Type typeToConvert) => typeToConvert.IsEnum;

        public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
            (JsonConverter)Activator.CreateInstance(typeof(WireNameConverter<>).MakeGenericType(typeToConvert))!;
    }

    private sealed class WireNameConverter<T> : JsonConverter<T>
        where T : struct, Enum
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            WireName.TryParse(reader.GetString(), out T value)
                ? value
                : throw new JsonException($"'{reader.GetString()}' is none of {string.Join(", ", WireName.All<T>())}.");

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
            writer.WriteStringValue(WireName.Of(value));
    }
}
