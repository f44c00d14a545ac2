namespace ComplaintFlow.Functions.Moving;

/// <summary>How far an export has come, written beside its parts after each, so that one that was cut off goes on.</summary>
/// <param name="Place">What is exported.</param>
/// <param name="BegunAt">When it was begun, in UTC.</param>
/// <param name="Parts">The parts that are whole.</param>
/// <param name="Partitions">How many partitions have rows in them.</param>
/// <param name="AttachmentBytes">The size of the attachments in them.</param>
/// <param name="LastPartition">The partition of the last row in them.</param>
/// <param name="LastRow">Its row key.</param>
/// <param name="HasAllRows">True when no row is left.</param>
/// <param name="LastAttachment">The address of the last attachment in them.</param>
internal sealed record ExportProgress(
    string Place,
    DateTimeOffset BegunAt,
    IReadOnlyList<ExportPart> Parts,
    long Partitions = 0,
    long AttachmentBytes = 0,
    string? LastPartition = null,
    string? LastRow = null,
    bool HasAllRows = false,
    string? LastAttachment = null)
{
    public const string File = "progress.json";

    /// <summary>The number of the next part of a kind, from 1.</summary>
    public int Next(string kind) => Parts.Count(part => part.IsOf(kind)) + 1;
}
