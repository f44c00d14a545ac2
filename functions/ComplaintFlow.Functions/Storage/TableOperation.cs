namespace ComplaintFlow.Functions.Storage;

/// <summary>One step of an atomic batch, on one row of the batch's partition.</summary>
/// <param name="Row">The row key.</param>
public abstract record TableOperation(string Row);

/// <summary>Writes a new row; a conflict if the row exists.</summary>
public sealed record Insert(string Row, IReadOnlyDictionary<string, object> Properties) : TableOperation(Row);

/// <summary>Replaces the whole row; a conflict if it is missing or its version is another.</summary>
public sealed record Replace(string Row, IReadOnlyDictionary<string, object> Properties, string ETag) : TableOperation(Row);

/// <summary>Writes the whole row, whether or not it exists.</summary>
public sealed record Put(string Row, IReadOnlyDictionary<string, object> Properties) : TableOperation(Row);

/// <summary>
/// Removes the row. Without <paramref name="ETag"/> a missing row is no conflict; with one, a missing row or another
/// version is.
/// </summary>
public sealed record Delete(string Row, string? ETag = null) : TableOperation(Row);
