using System.Globalization;

namespace ComplaintFlow.Functions.Storage;

/// <summary>The part of <see cref="TableRules"/> that looks into one row.</summary>
internal static class RowRules
{
    private const int MaximumProperties = 252;
    private const int MaximumNameLength = 255;
    private const int MaximumPropertyBytes = 64 * 1024;
    private const int MaximumRowBytes = 1024 * 1024;

    private static readonly DateTimeOffset Earliest = new(1601, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Checks the row and gives its size on the wire, in bytes.</summary>
    public static long Check(string partition, string row, IReadOnlyDictionary<string, object> properties)
    {
        ArgumentNullException.ThrowIfNull(properties);
        if (properties.Count > MaximumProperties)
        {
            throw TableRules.Refused($"Row '{row}' has {properties.Count} properties, {MaximumProperties} at most.");
        }

        // The formula by which Table Storage counts a row.
        long stored = 4 + ((partition.Length + row.Length) * sizeof(char));
        long wire = WireSize.OfOperation(partition, row);
        foreach ((string name, object value) in properties)
        {
            CheckName(row, name);
            int size = SizeOf(row, name, value);
            if (size > MaximumPropertyBytes)
            {
                throw TableRules.Refused(
                    $"Property '{name}' of row '{row}' takes {size} bytes (text counts 2 a character), {MaximumPropertyBytes} at most.");
            }

            stored += 8 + (name.Length * sizeof(char)) + size + (value is byte[] or string ? 4 : 0);
            wire += WireSize.OfProperty(name, value);
        }

        return stored <= MaximumRowBytes
            ? wire
            : throw TableRules.Refused($"Row '{row}' takes {stored} bytes, {MaximumRowBytes} at most.");
    }

    private static void CheckName(string row, string name)
    {
        if (name.Length is 0 or > MaximumNameLength || !IsLetter(name[0]) || !name.All(c => IsLetter(c) || char.IsAsciiDigit(c)))
        {
            throw TableRules.Refused($"Property '{name}' of row '{row}' is not named by letters, digits and _, a digit never first.");
        }

        if (IsReserved(name))
        {
            throw TableRules.Refused($"Property '{name}' of row '{row}' has a name that the store keeps for itself.");
        }
    }

    private static bool IsLetter(char c) => c == '_' || char.IsLetter(c);

    private static bool IsReserved(string name) =>
        name.Equals("PartitionKey", StringComparison.OrdinalIgnoreCase)
        || name.Equals("RowKey", StringComparison.OrdinalIgnoreCase)
        || name.Equals("Timestamp", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("odata", StringComparison.OrdinalIgnoreCase);

    private static int SizeOf(string row, string name, object value) => value switch
    {
        string text when UnicodeText.HasLoneSurrogate(text) =>
            throw TableRules.Refused($"Property '{name}' of row '{row}' contains half of a surrogate pair."),
        string text => text.Length * sizeof(char),
        byte[] bytes => bytes.Length,
        bool => 1,
        int => 4,
        long => 8,
        double number when double.IsFinite(number) => 8,
        double => throw TableRules.Refused($"Property '{name}' of row '{row}' is not a finite number."),
        DateTimeOffset instant when instant >= Earliest => 8,
        DateTimeOffset instant => throw TableRules.Refused(string.Create(
            CultureInfo.InvariantCulture, $"Property '{name}' of row '{row}' is {instant:O}, before 1601.")),
        null => throw TableRules.Refused($"Property '{name}' of row '{row}' is null: leave it out."),
        _ => throw TableRules.Refused($"Property '{name}' of row '{row}' is a {value.GetType().Name}, which no row can hold."),
    };
}
