using System.Diagnostics.CodeAnalysis;

namespace ComplaintFlow.Functions.Storage;

/// <summary>One row as the store gave it.</summary>
/// <param name="Partition">The partition key.</param>
/// <param name="Row">The row key, unique in its partition.</param>
/// <param name="Properties">
/// Values by name: <see cref="string"/>, <see cref="bool"/>, <see cref="int"/>, <see cref="long"/>, <see cref="double"/>
/// (finite; -0.0 comes back as 0.0), <see cref="DateTimeOffset"/> (comes back in UTC, to 100 ns) or an array of bytes.
/// Never null.
/// </param>
/// <param name="ETag">The version to hand back in a condition; opaque. Null in a row that did not come from a store.</param>
public sealed record TableRow(
    string Partition,
    string Row,
    IReadOnlyDictionary<string, object> Properties,
    string? ETag = null)
{
    /// <summary>A text that must be there.</summary>
    /// <exception cref="InvalidDataException">The property is missing or no text.</exception>
    public string Text(string name) => TextOrNull(name) ?? throw Missing(name);

    /// <summary>A text, or null when the property is absent.</summary>
    /// <exception cref="InvalidDataException">The property is no text.</exception>
    public string? TextOrNull(string name) => Read(name, out object? value) ? value as string ?? throw Wrong(name, value, "text") : null;

    /// <summary>A whole number (stored as <see cref="int"/> or <see cref="long"/>) that must be there.</summary>
    /// <exception cref="InvalidDataException">The property is missing or no whole number.</exception>
    public long Number(string name) => NumberOrNull(name) ?? throw Missing(name);

    /// <summary>A whole number, or null when the property is absent.</summary>
    /// <exception cref="InvalidDataException">The property is no whole number.</exception>
    public long? NumberOrNull(string name) => !Read(name, out object? value) ? null : value switch
    {
        int number => number,
        long number => number,
        _ => throw Wrong(name, value, "whole number"),
    };

    /// <summary>An instant, in UTC, that must be there.</summary>
    /// <exception cref="InvalidDataException">The property is missing or no instant.</exception>
    public DateTimeOffset Instant(string name) => InstantOrNull(name) ?? throw Missing(name);

    /// <summary>An instant, in UTC, or null when the property is absent.</summary>
    /// <exception cref="InvalidDataException">The property is no instant.</exception>
    public DateTimeOffset? InstantOrNull(string name) =>
        !Read(name, out object? value) ? null : value as DateTimeOffset? ?? throw Wrong(name, value, "instant");

    /// <summary>A yes or no; false when the property is absent.</summary>
    /// <exception cref="InvalidDataException">The property is neither true nor false.</exception>
    public bool Flag(string name) => Read(name, out object? value) && (value as bool? ?? throw Wrong(name, value, "flag"));

    private bool Read(string name, [NotNullWhen(true)] out object? value) => Properties.TryGetValue(name, out value);

    private InvalidDataException Missing(string name) =>
        new($"Row '{Row}' of partition '{Partition}' has no property '{name}'.");

    private InvalidDataException Wrong(string name, object value, string expected) =>
        new($"Property '{name}' of row '{Row}' of partition '{Partition}' is a {value.GetType().Name}, not a {expected}.");
}
