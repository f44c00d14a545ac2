namespace ComplaintFlow.Domain.Procedure;

/// <summary>The mediator of level 3, outside the firm.</summary>
public sealed record Mediator
{
    public required string Name { get; init; }

    public required string PostalAddress { get; init; }

    public string? Email { get; init; }

    public required string Website { get; init; }
}
