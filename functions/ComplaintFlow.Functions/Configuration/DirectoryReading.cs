using ComplaintFlow.Domain.Directory;

namespace ComplaintFlow.Functions.Configuration;

/// <summary>What became of a directory file: the directory, or else every fault, each with its JSON path and what would be right.</summary>
public sealed record DirectoryReading(StaffDirectory? Directory, IReadOnlyList<string> Faults);
