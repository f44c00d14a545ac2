using System.Text.Json;

namespace ComplaintFlow.LocalHost.Engine;

/// <summary>Inputs, results and events as JSON. Null and absent are the same.</summary>
internal static class Payload
{
    private static readonly JsonSerializerOptions Options = new() { IncludeFields = true, PropertyNameCaseInsensitive = true };

    public static string? Write(object? value) =>
        value is null ? null : JsonSerializer.Serialize(value, value.GetType(), Options);

    public static T? Read<T>(string? json) => (T?)Read(json, typeof(T));

    /// <summary>Reads a value; the default of the type when there is none.</summary>
    public static object? Read(string? json, Type type)
    {
        if (json is not null)
        {
            return JsonSerializer.Deserialize(json, type, Options);
        }

        return type.IsValueType && Nullable.GetUnderlyingType(type) is null
            ? System.Runtime.CompilerServices.RuntimeHelpers.GetUninitializedObject(type)
            : null;
    }
}
