using System.Text.Json;

namespace ComplaintFlow.Functions.Configuration.Reading;

/// <summary>How a value is written.</summary>
/// <param name="Kind">What it is, as in "is not …".</param>
/// <param name="Right">What would be right, as in "write …".</param>
/// <param name="Read">The value, or false.</param>
internal sealed record Form<T>(string Kind, string Right, TryRead<T> Read);

/// <summary>Reads a value; false when it is not of the form.</summary>
internal delegate bool TryRead<T>(JsonElement element, out T value);
