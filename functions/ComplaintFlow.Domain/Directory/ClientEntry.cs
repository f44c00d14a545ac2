namespace ComplaintFlow.Domain.Directory;

/// <summary>A client of the firm and the usual contact.</summary>
public sealed record ClientEntry
{
    public required string ClientNumber { get; init; }

    public string? Email { get; init; }

    public string? Name { get; init; }

    /// <summary>The address of the handler, one of the staff.</summary>
    public required string Handler { get; init; }
}
