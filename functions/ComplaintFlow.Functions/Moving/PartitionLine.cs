using System.Text.Json;

namespace ComplaintFlow.Functions.Moving;

/// <summary>How many rows of a partition a part of rows has, as a line of JSON.</summary>
internal sealed record PartitionLine(string Partition, long Rows)
{
    public ReadOnlyMemory<byte> ToLine() => JsonSerializer.SerializeToUtf8Bytes(this, JsonSerializerOptions.Web);

    /// <exception cref="JsonException">The line is no count of a partition.</exception>
    public static PartitionLine Read(string line) =>
        JsonSerializer.Deserialize<PartitionLine>(line, JsonSerializerOptions.Web) is { Partition: not null } known
            ? known
            : throw new JsonException("The line is no partition.");
}
