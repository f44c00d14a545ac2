using ComplaintFlow.Domain.Procedure;

namespace ComplaintFlow.Functions.Configuration;

/// <summary>What became of a procedure file: the procedure, or else every fault, each with its JSON path and what would be right.</summary>
public sealed record ProcedureReading(PublishedProcedure? Procedure, IReadOnlyList<string> Faults);
